package vitrine.network;

/** Element-wise squashing after a layer's affine part. */
public enum Activation {
    IDENTITY,
    RELU,
    SIGMOID;

    /** The function itself. */
    public float apply(float z) {
        return switch (this) {
            case IDENTITY -> z;
            case RELU -> Math.max(z, 0f);
            case SIGMOID -> (float) (1 / (1 + Math.exp(-z)));
        };
    }

    /** Its derivative, from the output; at the kink of ReLU the left one, 0. */
    public float derivativeFromOutput(float output) {
        return switch (this) {
            case IDENTITY -> 1f;
            case RELU -> output > 0 ? 1f : 0f;
            case SIGMOID -> output * (1 - output);
        };
    }
}
