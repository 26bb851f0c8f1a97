package vitrine.network;

/**
 * What a batch is measured against, to be filled by the caller.
 *
 * @param labels {@link BinaryCrossEntropy}: one number in [0, 1] for each number of the output, example-major;
 *     {@link SampledSoftmax}: what each candidate's logit is corrected by, likewise; else empty
 * @param classes {@link SoftmaxCrossEntropy}: the right column of each example; else empty
 * @param divergence {@link MultinomialLikelihood}: one number, what the divergence is multiplied by, 1 unless annealed;
 *     else empty
 */
public record Targets(float[] labels, int[] classes, float[] divergence) {
    static Targets ofLabels(int count) {
        return new Targets(new float[count], new int[0], new float[0]);
    }

    static Targets ofClasses(int count) {
        return new Targets(new float[0], new int[count], new float[0]);
    }

    static Targets ofDivergence() {
        return new Targets(new float[0], new int[0], new float[] {1f});
    }

    static Targets none() {
        return new Targets(new float[0], new int[0], new float[0]);
    }
}
