package vitrine.data.showcase;

/**
 * One product of the shop.
 *
 * @param category index in {@link Department#all()}
 * @param priceCents list price in hundredths of the shop's currency; the price of every event with this product
 */
record Product(String id, String title, String brand, int category, int priceCents) {}
