package vitrine.data;

/** What a user did. The order is stored in files: append only. */
public enum EventType {
    VIEW,
    CART,
    PURCHASE,
    RETURN,
    RATING
}
