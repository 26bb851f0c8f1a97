package vitrine.data.prepare;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vitrine.data.EventType;

/** The names shops give to events, in English and Chinese. Case does not matter. */
public final class EventNames {
    private static final Map<String, EventType> TYPES = Map.ofEntries(
            Map.entry("view", EventType.VIEW),
            Map.entry("click", EventType.VIEW),
            Map.entry("clicks", EventType.VIEW),
            Map.entry("pv", EventType.VIEW),
            Map.entry("浏览", EventType.VIEW),
            Map.entry("点击", EventType.VIEW),
            Map.entry("cart", EventType.CART),
            Map.entry("carts", EventType.CART),
            Map.entry("addtocart", EventType.CART),
            Map.entry("add_to_cart", EventType.CART),
            Map.entry("加购", EventType.CART),
            Map.entry("加购物车", EventType.CART),
            Map.entry("purchase", EventType.PURCHASE),
            Map.entry("buy", EventType.PURCHASE),
            Map.entry("order", EventType.PURCHASE),
            Map.entry("orders", EventType.PURCHASE),
            Map.entry("transaction", EventType.PURCHASE),
            Map.entry("购买", EventType.PURCHASE),
            Map.entry("下单", EventType.PURCHASE),
            Map.entry("return", EventType.RETURN),
            Map.entry("refund", EventType.RETURN),
            Map.entry("退货", EventType.RETURN),
            Map.entry("退款", EventType.RETURN),
            Map.entry("rating", EventType.RATING),
            Map.entry("rate", EventType.RATING),
            Map.entry("评分", EventType.RATING));

    private EventNames() {}

    /** @return what the name means, or empty for a name of the shop's own */
    public static Optional<EventType> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
