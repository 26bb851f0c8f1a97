package vitrine.network;

/** How far a gradient may reach. */
public sealed interface Clipping {
    /** As far as it does. */
    record None() implements Clipping {}

    /**
     * The whole batch's gradient is shortened to this Euclidean length when it is longer (Pascanu, Mikolov and Bengio, 2013).
     */
    record GlobalNorm(double longest) implements Clipping {
        public GlobalNorm {
            require(longest);
        }
    }

    /**
     * Each example's gradient, of its own loss, is shortened to this Euclidean length when it is longer; then the mean is
     * taken (Abadi et al., 2016): no example can move the parameters further. Costs one more gradient an example.
     */
    record PerExample(double longest) implements Clipping {
        public PerExample {
            require(longest);
        }
    }

    private static void require(double longest) {
        if (!(longest > 0) || Double.isInfinite(longest)) {
            throw new IllegalArgumentException("the longest gradient must be above 0, not " + longest);
        }
    }
}
