package vitrine.network;

/** The inputs of a batch of examples, to be filled: of an {@link Executor} or a {@link Training}. */
public interface Inputs {
    /** Ids of an {@link Layer.IdInput}: example-major. */
    int[] ids(String input);

    /** Numbers of a {@link Layer.ValueInput}: example-major. */
    float[] values(String input);
}
