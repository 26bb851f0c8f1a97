package vitrine.action;

import java.nio.file.Path;

/** The shop that comes with Vitrine and how the demo and the window read it. */
public final class SampleShop {
    private static final int MIN_ITEM = 5;

    private SampleShop() {}

    /** The interactions. */
    public static Path file(Path sampleData) {
        return sampleData.resolve("online-retail").resolve("online-retail.csv.gz");
    }

    /** The sample with the cleaning it is always shown with. */
    public static DataOptions options(Path sampleData) {
        return cleaned(file(sampleData));
    }

    static DataOptions cleaned(Path shop) {
        DataOptions all = DataOptions.of(shop);
        return new DataOptions(
                all.interactions(),
                all.items(),
                all.users(),
                all.format(),
                all.mapping(),
                all.columns(),
                all.cleaning(),
                all.eventWeights(),
                all.minValue(),
                0,
                MIN_ITEM,
                true);
    }
}
