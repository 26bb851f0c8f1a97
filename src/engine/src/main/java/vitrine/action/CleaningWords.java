package vitrine.action;

import java.util.Map;
import vitrine.words.Bilingual;

/** Names of cleaning steps for readers. */
final class CleaningWords {
    private static final Map<String, Bilingual> WORDS = Map.of(
            "missing-user", new Bilingual("No customer or product", "缺少用户或商品"),
            "user-id-suffix", new Bilingual("Ids ending in .0 shortened", "去掉用户编号末尾的 .0"),
            "returns", new Bilingual("Returns and cancellations", "退货与取消"),
            "non-positive-price", new Bilingual("Price not above 0", "价格不大于 0"),
            "duplicates", new Bilingual("Exact duplicates", "完全重复的行"),
            "non-product-codes", new Bilingual("Codes that are no products", "非商品代码"),
            "event-weights", new Bilingual("Event weights", "行为权重"),
            "k-core", new Bilingual("k-core", "K-core 过滤"));

    private CleaningWords() {}

    static Bilingual of(String step) {
        return WORDS.getOrDefault(step, new Bilingual(step, step));
    }
}
