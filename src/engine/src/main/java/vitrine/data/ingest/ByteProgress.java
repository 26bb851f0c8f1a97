package vitrine.data.ingest;

import java.nio.file.Path;
import java.util.List;
import vitrine.run.JobContext;

/** Progress over several files, in bytes on disk. */
final class ByteProgress {
    private final JobContext context;
    private final String verb;
    private final long total;
    private long before;
    private long inFile;
    private String stage = "";

    ByteProgress(JobContext context, String verb, List<Path> files) {
        this.context = context;
        this.verb = verb;
        this.total = files.stream().mapToLong(SourceFile::sizeOf).sum();
    }

    void begin(Path file) {
        before += inFile;
        inFile = 0;
        stage = verb + " " + SourceFile.nameOf(file);
    }

    /** @param bytes read of this file so far */
    void advance(long bytes) {
        inFile = bytes;
        context.progress().report(stage, before + bytes, total);
    }
}
