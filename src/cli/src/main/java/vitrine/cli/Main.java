package vitrine.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import vitrine.run.CancellationSource;

/** Entry of the command line: the standard streams, Ctrl-C, the exit code. */
public final class Main {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private Main() {}

    /** Launchers set {@code vitrine.root} (where {@code sample-data} is) and {@code vitrine.terminal} (stderr is one). */
    public static void main(String[] arguments) {
        Console console = new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("vitrine.terminal"));
        CancellationSource cancellation = new CancellationSource();
        StopSignal stop = new StopSignal(cancellation, STOP_PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::stopAndWait, "vitrine-stop"));
        Path sampleData = Path.of(System.getProperty("vitrine.root", "."), "sample-data");
        int code = new Application(
                        EngineVerbs.create(),
                        console,
                        cancellation,
                        sampleData,
                        () -> LogFile.writable(UserFolder.current()))
                .run(arguments);
        stop.finished();
        System.exit(code);
    }
}
