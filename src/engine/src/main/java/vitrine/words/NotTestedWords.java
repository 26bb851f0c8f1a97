package vitrine.words;

import java.util.ArrayList;
import java.util.List;
import vitrine.assess.faithfulness.NotTested;
import vitrine.explain.LabelledPart;

/** What the checks say nothing about, in one or two sentences. */
public final class NotTestedWords {
    private NotTestedWords() {}

    /**
     * @param codes of {@link vitrine.assess.faithfulness.Faithfulness#notTested}
     * @param parts the bars shown
     */
    public static Bilingual sentence(List<String> codes, List<LabelledPart> parts) {
        List<String> en = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        int bars = 0;
        for (String kind : List.of("user", "item", "context")) {
            int count =
                    (int) parts.stream().filter(p -> p.kindCode().equals(kind)).count();
            if (codes.contains(kind) && count > 0) {
                bars += count;
                en.add(count + " " + kind + (count == 1 ? " bar" : " bars"));
                zh.add(count + " 条" + chinese(kind) + "贡献");
            }
        }
        Bilingual removal = en.isEmpty()
                ? Bilingual.NONE
                : new Bilingual(
                        String.join(" and ", en) + (bars == 1 ? " was" : " were")
                                + " not part of the removal test: it takes away history only.",
                        String.join("和", zh) + "未参与去除测试：该测试只去掉历史行为。");
        Bilingual more = Bilingual.NONE;
        if (codes.contains(NotTested.RANK)) {
            more = more.then(new Bilingual(
                    "Ranks (POS, NEG, CDCG) were not tested: the place of one item says nothing of a margin between two.",
                    "未测试名次（POS、NEG、CDCG）：一件商品的名次说明不了两件商品之间的差距。"));
        }
        if (codes.contains("randomisation")) {
            more = more.then(new Bilingual(
                    "Whether the method notices a model with random weights was not tested.", "未测试该方法能否识别随机权重的模型。"));
        }
        if (codes.contains("sensitivity")) {
            more = more.then(new Bilingual(
                    "How much the bars change under small changes of the history was not tested.",
                    "未测试历史行为略有变化时贡献的稳定性。"));
        }
        Bilingual all = removal.then(more);
        return all.isEmpty() ? new Bilingual("All bars took part in the tests.", "所有贡献都参与了核验。") : all;
    }

    private static String chinese(String kind) {
        return switch (kind) {
            case "user" -> "用户";
            case "item" -> "商品";
            default -> "上下文";
        };
    }
}
