package vitrine.data.showcase;

/**
 * One event of the shop: a bought item and why.
 *
 * @param visit number of the shopper's visit, from 0
 * @param minute start of the visit, in minutes since the beginning of the year
 * @param first whether the shopper had never bought this item before
 * @param responsibilities by {@link Mechanism} ordinal, summing to 1
 * @param causes the trigger items of a rule's consequence, else empty
 */
record Purchase(
        int visit, int minute, int item, boolean first, Mechanism mechanism, double[] responsibilities, int[] causes) {}
