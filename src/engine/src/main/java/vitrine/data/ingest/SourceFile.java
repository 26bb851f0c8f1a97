package vitrine.data.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import vitrine.run.BadInputException;

/** Opens a file from outside: checks that it can be read, unpacks gzip (known by its first two bytes), caps its size. */
final class SourceFile {
    private static final int BUFFER = 1 << 16;

    private SourceFile() {}

    /** How the file is called in messages. */
    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** @return bytes on disk */
    static long sizeOf(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new BadInputException(file + " is a folder. Name the files in it.");
            }
            long size = Files.size(file);
            if (size == 0) {
                throw new BadInputException(
                        file + " is empty (0 bytes). Name a file with one interaction a line, or export it again.");
            }
            return size;
        } catch (NoSuchFileException e) {
            throw new BadInputException("There is no file " + file + ". Check the name and the folder you are in.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** @param bytesRead told how many bytes of the file on disk have been read so far */
    static InputStream open(Path file, ReadLimits limits, LongConsumer bytesRead) {
        sizeOf(file);
        try {
            InputStream raw = new BufferedInputStream(new Counted(Files.newInputStream(file), bytesRead), BUFFER);
            return new Capped(isGzip(raw) ? new GZIPInputStream(raw, BUFFER) : raw, file, limits.unpackedBytes());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return gzip;
    }

    static BadInputException unreadable(Path file, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new BadInputException(
                    file + " cannot be read: you have no permission. Change the file's permissions, or copy it.",
                    cause);
        }
        return new BadInputException(
                file + " cannot be read: " + cause.getMessage()
                        + ". The file may be damaged or cut off; export or download it again.",
                cause);
    }

    /** Counts what was read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer listener;
        private long count;

        Counted(InputStream in, LongConsumer listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            listener.accept(value < 0 ? count : ++count);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(0, read);
            listener.accept(count);
            return read;
        }
    }

    /** Refuses more bytes than the cap: a few kilobytes of gzip can unpack to any size. */
    private static final class Capped extends FilterInputStream {
        private final Path file;
        private final long most;
        private long count;

        Capped(InputStream in, Path file, long most) {
            super(in);
            this.file = file;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            check(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            check(Math.max(0, read));
            return read;
        }

        private void check(int more) {
            count += more;
            if (count > most) {
                throw new BadInputException(file + " unpacks to more than " + most
                        + " bytes. Split it into smaller files and name them all.");
            }
        }
    }
}
