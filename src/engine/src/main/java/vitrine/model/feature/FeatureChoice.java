package vitrine.model.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;

/**
 * Chooses which columns of a catalog a model reads and how. A column whose values are all numbers, more than {@value
 * #FEW_NUMBERS} different ones, is a {@link Measure} (prices and other columns that run over a factor of 100 by their
 * logarithm). Any other column is a {@link Category} when its values repeat: at most {@value #MOST_OF_ANY} different ones and
 * at most half as many as there are owners with a value. Brand and category may have more; then the most frequent {@value
 * Category#MOST_VALUES} count. Titles, addresses and post codes are none of these and are left out.
 */
public final class FeatureChoice {
    /** More attributes than this are not read, the first ones count. */
    public static final int MOST_FEATURES = 64;

    private static final int FEW_NUMBERS = 12;
    private static final int MOST_OF_ANY = 256;
    private static final double WIDE = 100;
    private static final Set<String> ALWAYS_CATEGORIES = Set.of(Catalog.BRAND, Catalog.CATEGORY);

    private FeatureChoice() {}

    /** @param without names of columns that are read in another way */
    public static FeatureTable of(Catalog catalog, Set<String> without) {
        int owners = catalog.ids().size();
        List<Feature> features = new ArrayList<>();
        List<String[]> texts = new ArrayList<>();
        for (String name : catalog.attributes()) {
            if (without.contains(name) || name.equals(Catalog.TITLE) || features.size() == MOST_FEATURES) {
                continue;
            }
            String[] column = new String[owners];
            Arrays.setAll(column, owner -> catalog.attribute(owner, name).orElse(""));
            feature(name, column).ifPresent(feature -> {
                features.add(feature);
                texts.add(column);
            });
        }
        int[] codes = new int[owners * features.size()];
        float[] numbers = new float[codes.length];
        for (int owner = 0; owner < owners; owner++) {
            for (int f = 0; f < features.size(); f++) {
                FeatureValue value = features.get(f).encode(texts.get(f)[owner]).orElse(FeatureValue.UNKNOWN);
                codes[owner * features.size() + f] = value.code();
                numbers[owner * features.size() + f] = value.number();
            }
        }
        return new FeatureTable(features, owners, codes, numbers);
    }

    private static Optional<Feature> feature(String name, String[] column) {
        Map<String, Integer> counts = new HashMap<>();
        double[] numbers = new double[column.length];
        int known = 0;
        boolean allNumbers = true;
        for (String text : column) {
            if (!text.isEmpty()) {
                counts.merge(text, 1, Integer::sum);
                numbers[known] = Measure.parse(text);
                allNumbers &= !Double.isNaN(numbers[known]);
                known++;
            }
        }
        if (allNumbers && (counts.size() > FEW_NUMBERS || (name.equals(Catalog.PRICE) && known > 0))) {
            return Optional.of(measure(name, Arrays.copyOf(numbers, known)));
        }
        boolean always = ALWAYS_CATEGORIES.contains(name) && known > 0;
        boolean repeats = counts.size() > 1 && counts.size() <= MOST_OF_ANY && 2 * counts.size() <= known;
        return always || repeats ? Optional.of(category(name, counts)) : Optional.empty();
    }

    private static Measure measure(String name, double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        boolean wide = name.equals(Catalog.PRICE) || (low > 0 ? high > WIDE * low : high > WIDE);
        return Measure.of(name, low >= 0 && wide, values);
    }

    /** The most frequent values first, ties in the order of their texts. */
    private static Category category(String name, Map<String, Integer> counts) {
        List<String> values = counts.keySet().stream()
                .sorted(Comparator.comparing((String text) -> -counts.getOrDefault(text, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Category.MOST_VALUES)
                .toList();
        return new Category(name, IdIndex.of(values));
    }
}
