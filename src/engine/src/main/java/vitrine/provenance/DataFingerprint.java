package vitrine.provenance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256 of data: equal exactly when the bytes are equal, on every platform. */
public final class DataFingerprint {
    private DataFingerprint() {}

    /**
     * @param content feeds the bytes to the digest, in an order that does not depend on chance
     * @return 64 lower-case hex digits
     */
    public static String sha256(Consumer<MessageDigest> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.accept(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
