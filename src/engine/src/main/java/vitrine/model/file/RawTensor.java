package vitrine.model.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vitrine.network.Tensor;
import vitrine.run.BadInputException;

/**
 * One tensor of a safetensors file.
 *
 * @param dtype element type
 * @param shape dimensions, outermost first; empty for a scalar
 * @param data little-endian elements, row-major
 */
record RawTensor(DType dtype, int[] shape, byte[] data) {
    /** The element types Vitrine writes and reads. */
    enum DType {
        F32(4),
        I32(4),
        I64(8),
        U8(1);

        final int bytes;

        DType(int bytes) {
            this.bytes = bytes;
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer read(DType expected, String name) {
        if (dtype != expected) {
            throw new BadInputException("Tensor " + name + " holds " + dtype + ", not " + expected
                    + ". The file is not a Vitrine model; train it again.");
        }
        return littleEndian(data);
    }

    static RawTensor of(Tensor tensor) {
        return floats(tensor.values(), tensor.shape());
    }

    static RawTensor floats(float[] values, int... shape) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, 4)];
        littleEndian(bytes).asFloatBuffer().put(values);
        return new RawTensor(DType.F32, shape, bytes);
    }

    static RawTensor ints(int[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, 4)];
        littleEndian(bytes).asIntBuffer().put(values);
        return new RawTensor(DType.I32, new int[] {values.length}, bytes);
    }

    static RawTensor longs(long[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, 8)];
        littleEndian(bytes).asLongBuffer().put(values);
        return new RawTensor(DType.I64, new int[] {values.length}, bytes);
    }

    static RawTensor bytes(byte[] values) {
        return new RawTensor(DType.U8, new int[] {values.length}, values);
    }

    /** @throws BadInputException when an element is not finite */
    float[] finiteFloats(String name) {
        float[] values = floats(name);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new BadInputException("Tensor " + name
                        + " holds a value that is not a number. The model is damaged; train it again.");
            }
        }
        return values;
    }

    float[] floats(String name) {
        float[] values = new float[data.length / 4];
        read(DType.F32, name).asFloatBuffer().get(values);
        return values;
    }

    int[] ints(String name) {
        int[] values = new int[data.length / 4];
        read(DType.I32, name).asIntBuffer().get(values);
        return values;
    }

    long[] longs(String name) {
        long[] values = new long[data.length / 8];
        read(DType.I64, name).asLongBuffer().get(values);
        return values;
    }

    byte[] bytes(String name) {
        read(DType.U8, name);
        return data;
    }
}
