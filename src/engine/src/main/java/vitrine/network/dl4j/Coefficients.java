package vitrine.network.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import vitrine.run.BadInputException;

/**
 * Reads {@code coefficients.bin}, one vector of floats as {@code Nd4j.write} puts it down: two buffers, each its allocation
 * mode (always {@value #MODE}), its length, the name of its element type, and its elements, big-endian. The first buffer
 * describes the shape, {@code [rank, length, stride, flags, element-wise stride, order]}, the second holds the numbers.
 * ND4J's own reader trusts all of these and takes the Java machine down with it when they lie; this one checks each against
 * what is really there before it takes any memory.
 */
final class Coefficients {
    private static final String MODE = "MIXED_DATA_TYPES";
    private static final int SHAPE_LENGTH = 6;
    /** ND4J's flag for an array of floats that is neither empty, compressed nor a view. */
    private static final long FLOAT_FLAG = 8192;

    private final DataInputStream in;
    private final String what;

    private Coefficients(byte[] bytes, String what) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        this.what = what;
    }

    /**
     * @param count numbers there must be
     * @param what the part's name, for messages
     * @return that many finite numbers
     * @throws BadInputException when the bytes are anything else
     */
    static float[] read(byte[] bytes, long count, String what) {
        try {
            return new Coefficients(bytes, what).read(count);
        } catch (IOException e) {
            throw Dl4jImport.damaged(what, "it ends too early or holds no text where some should be");
        }
    }

    private float[] read(long count) throws IOException {
        header("LONG", SHAPE_LENGTH);
        // The order of a vector with one stride says nothing: 'c' and 'f' are the same.
        long[] shape = new long[SHAPE_LENGTH];
        for (int i = 0; i < SHAPE_LENGTH; i++) {
            shape[i] = in.readLong();
        }
        require(shape[0] == 1, "it is not a vector");
        require(shape[1] == count, "it claims " + shape[1] + " numbers where the network has " + count);
        require(shape[2] == 1 && shape[4] == 1, "its numbers do not lie side by side");
        require(shape[3] == FLOAT_FLAG, "its numbers are not plain floats");
        require(shape[5] == 'c' || shape[5] == 'f', "its order is unknown");
        header("FLOAT", count);
        require(in.available() == count * Float.BYTES, "it does not hold the numbers it claims");
        float[] numbers = new float[Math.toIntExact(count)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
            require(Float.isFinite(numbers[i]), "number " + i + " is not finite");
        }
        return numbers;
    }

    private void header(String type, long length) throws IOException {
        require(in.readUTF().equals(MODE), "its memory mode is unknown");
        require(in.readLong() == length, "a length in it is wrong");
        require(in.readUTF().equals(type), "an element type in it is wrong");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Dl4jImport.damaged(what, otherwise);
        }
    }
}
