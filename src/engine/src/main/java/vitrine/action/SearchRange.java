package vitrine.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vitrine.run.SeededRandom;

/** Values of a hyper-parameter that a search draws from, as they would be typed. */
sealed interface SearchRange {
    /** One value, uniform on the range's scale. */
    String draw(SeededRandom random);

    /** Numbers from {@code low} to {@code high}, evenly over their logarithms, three significant digits. */
    record LogUniform(double low, double high) implements SearchRange {
        @Override
        public String draw(SeededRandom random) {
            double log = StrictMath.log(low) + random.nextDouble() * (StrictMath.log(high) - StrictMath.log(low));
            return String.format(Locale.ROOT, "%.2e", StrictMath.exp(log));
        }
    }

    /** Whole numbers from {@code low} to {@code high}, evenly over their logarithms. */
    record Whole(int low, int high) implements SearchRange {
        @Override
        public String draw(SeededRandom random) {
            double log = StrictMath.log(low) + random.nextDouble() * (StrictMath.log(high + 1.0) - StrictMath.log(low));
            return String.valueOf(Math.min(high, (int) StrictMath.exp(log)));
        }
    }

    /** One of some values. */
    record Choice(List<String> values) implements SearchRange {
        @Override
        public String draw(SeededRandom random) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /** Ranges that suit a hyper-parameter in every model that has it; empty for what is not searched. */
    static Optional<SearchRange> usual(String parameter) {
        return Optional.ofNullable(Usual.RANGES.get(parameter));
    }

    /** The table behind {@link #usual}. */
    final class Usual {
        private static final Map<String, SearchRange> RANGES = Map.ofEntries(
                Map.entry("lr", new LogUniform(2e-4, 1e-2)),
                Map.entry("batch", new Choice(List.of("128", "256", "512", "1024"))),
                Map.entry("negatives", new Whole(1, 8)),
                Map.entry("dropout", new Choice(List.of("0", "0.1", "0.2", "0.3", "0.5"))),
                Map.entry("weight-decay", new LogUniform(1e-8, 1e-3)),
                Map.entry("dim", new Choice(List.of("8", "16", "32", "64"))),
                Map.entry("factors", new Choice(List.of("8", "16", "32", "64", "128"))),
                Map.entry("filters", new Choice(List.of("16", "32", "64"))),
                Map.entry("kernel", new Choice(List.of("1", "3", "5"))),
                Map.entry("history", new Choice(List.of("10", "20", "50"))),
                Map.entry("neighbours", new Whole(5, 1000)),
                Map.entry("beta", new LogUniform(.05, 1)));

        private Usual() {}
    }
}
