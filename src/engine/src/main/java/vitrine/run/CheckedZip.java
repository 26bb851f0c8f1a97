package vitrine.run;

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

/** Reads a zip whose entries' exact names are known; anything else in it, or any size out of proportion, is refused. */
public final class CheckedZip {
    private static final long PART_CAP = 1L << 30;
    /** Deflate reaches about 1030 to 1 on zeros; a real model stays under 20. */
    public static final long RATIO_CAP = 200;

    /** A part up to this many bytes may pack as well as it likes. */
    public static final long SMALL = 1 << 20;

    private final String kind;
    private final String absent;
    private final String remedy;
    private final List<String> allowed;

    /**
     * @param kind what the file is, in a word or two
     * @param absent a sentence: what to do when there is no such file
     * @param remedy a sentence: what to do when it is damaged
     * @param allowed names of all parts it may have
     */
    public CheckedZip(String kind, String absent, String remedy, List<String> allowed) {
        this.kind = kind;
        this.absent = absent;
        this.remedy = remedy;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * @return the parts by name, in the file's order
     * @throws BadInputException when the file is missing, no whole zip, or holds what does not belong there
     */
    public Map<String, byte[]> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("There is no " + kind + " " + file + ". " + absent);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!allowed.contains(name)) {
                    throw damaged(String.valueOf(file), "it holds a part that does not belong there" + shown(name));
                }
                if (parts.put(name, content(zip, entry, file)) != null) {
                    throw damaged(String.valueOf(file), name + " is there twice");
                }
            }
            return parts;
        } catch (ZipException | IllegalArgumentException e) {
            // The second for names that are no text.
            throw new BadInputException(
                    file + " is damaged: it is not a whole zip (" + e.getMessage() + "). " + remedy, e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private byte[] content(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        long claimed = entry.getSize();
        long packed = entry.getCompressedSize();
        boolean sane = claimed >= 0
                && claimed <= PART_CAP
                && packed >= 0
                && packed <= Files.size(file)
                && claimed <= Math.max(SMALL, packed * RATIO_CAP);
        if (!sane) {
            throw damaged(String.valueOf(file), entry.getName() + " claims an impossible size");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // Grows with what is really there, whatever the entry claims.
            byte[] bytes = in.readNBytes((int) claimed + 1);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if (bytes.length != claimed || crc.getValue() != entry.getCrc()) {
                throw damaged(String.valueOf(file), entry.getName() + " is not what the zip says");
            }
            return bytes;
        }
    }

    /** Names from outside are shown only where they cannot disturb a terminal. */
    private static String shown(String name) {
        return name.matches("[A-Za-z0-9._/-]{1,80}") ? " (" + name + ")" : "";
    }

    /** @param what the file, or the part of it, for the message */
    public BadInputException damaged(String what, String why) {
        return new BadInputException(what + " is damaged: " + why + ". " + remedy);
    }
}
