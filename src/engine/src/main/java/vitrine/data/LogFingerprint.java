package vitrine.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import vitrine.provenance.DataFingerprint;

/**
 * The fingerprint of a cleaned log: ids in order, then every row (user, item, time, event, value, price, weight), all
 * big-endian, texts as UTF-8 with their length in front. Two logs with the same fingerprint train the same model,
 * unless it reads the region or device of events ({@link InteractionLog#regions}), which are not part of it: a column that
 * one kind of model reads does not make the data other data for all others.
 */
public final class LogFingerprint {
    private static final String FORMAT = "vitrine-log-1";
    private static final int ROW_BYTES = 2 * Integer.BYTES + Long.BYTES + 1 + 3 * Float.BYTES;
    private static final int ROWS = 2048;

    private LogFingerprint() {}

    /** @return SHA-256 as 64 lower-case hex digits */
    public static String of(InteractionLog log) {
        return DataFingerprint.sha256(digest -> {
            text(digest, FORMAT);
            digest.update((byte) (log.hasTimes() ? 1 : 0));
            ids(digest, log.users());
            ids(digest, log.items());
            rows(digest, log);
        });
    }

    static void ids(MessageDigest digest, IdIndex ids) {
        number(digest, ids.size());
        ids.ids().forEach(id -> text(digest, id));
    }

    static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    static void number(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static void rows(MessageDigest digest, InteractionLog log) {
        number(digest, log.size());
        ByteBuffer buffer = ByteBuffer.allocate(ROWS * ROW_BYTES);
        for (int row = 0; row < log.size(); row++) {
            buffer.putInt(log.user(row)).putInt(log.item(row)).putLong(log.time(row));
            buffer.put((byte) log.event(row).ordinal());
            // floatToIntBits gives every NaN the same bits; putFloat would not promise it.
            buffer.putInt(Float.floatToIntBits(log.value(row)));
            buffer.putInt(Float.floatToIntBits(log.price(row)));
            buffer.putInt(Float.floatToIntBits(log.weight(row)));
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        digest.update(buffer.flip());
    }
}
