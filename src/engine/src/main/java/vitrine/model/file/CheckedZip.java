package vitrine.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vitrine.run.BadInputException;

/** Reads a zip whose entries' exact names are known; anything else in it, or any size out of proportion, is refused. */
final class CheckedZip {
    private static final long PART_CAP = 1L << 30;
    /** Deflate reaches about 1030 to 1 on zeros; a real model stays under 20. */
    static final long RATIO_CAP = 200;

    static final long SMALL = 1 << 20;

    private CheckedZip() {}

    static Map<String, byte[]> read(Path file, List<String> allowed) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "There is no model file " + file + ". Train one with: train ... --out " + file.getFileName());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!allowed.contains(name)) {
                    throw Safetensors.damaged(String.valueOf(file), "it holds a part that does not belong there");
                }
                if (parts.put(name, content(zip, entry, file)) != null) {
                    throw Safetensors.damaged(String.valueOf(file), name + " is there twice");
                }
            }
            return parts;
        } catch (ZipException | IllegalArgumentException e) {
            // The second for names that are no text.
            throw new BadInputException(
                    file + " is damaged: it is not a whole zip (" + e.getMessage()
                            + "). Nothing was loaded; train the model again, or take a fresh copy of the file.",
                    e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        long claimed = entry.getSize();
        long packed = entry.getCompressedSize();
        boolean sane = claimed >= 0
                && claimed <= PART_CAP
                && packed >= 0
                && packed <= Files.size(file)
                && claimed <= Math.max(SMALL, packed * RATIO_CAP);
        if (!sane) {
            throw Safetensors.damaged(String.valueOf(file), entry.getName() + " claims an impossible size");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // Grows with what is really there, whatever the entry claims.
            byte[] bytes = in.readNBytes((int) claimed + 1);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if (bytes.length != claimed || crc.getValue() != entry.getCrc()) {
                throw Safetensors.damaged(String.valueOf(file), entry.getName() + " is not what the zip says");
            }
            return bytes;
        }
    }
}
