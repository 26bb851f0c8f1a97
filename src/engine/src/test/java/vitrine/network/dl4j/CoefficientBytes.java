package vitrine.network.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Coefficients as ND4J writes them, numbers 0, 1, 2 …, with whatever they are to claim. */
final class CoefficientBytes {
    private CoefficientBytes() {}

    static byte[] of(long shape, long length, int numbers) {
        return of("MIXED_DATA_TYPES", new long[] {1, shape, 1, 8192, 1, 'c'}, "FLOAT", length, numbers);
    }

    static byte[] of(String mode, long[] shape, String type, long length, int numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(mode);
            out.writeLong(shape.length);
            out.writeUTF("LONG");
            for (long value : shape) {
                out.writeLong(value);
            }
            out.writeUTF(mode);
            out.writeLong(length);
            out.writeUTF(type);
            for (int i = 0; i < numbers; i++) {
                out.writeFloat(i);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
