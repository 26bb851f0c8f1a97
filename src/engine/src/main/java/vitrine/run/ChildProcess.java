package vitrine.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end: it is ended when its user cancels or its time is up, and what it says is kept. */
public final class ChildProcess {
    private static final long LOOK_MILLIS = 50;
    private static final long MOST_OUTPUT_BYTES = 1 << 20;

    private final List<String> command;
    private final Map<String, String> environment;
    private final long mostSeconds;

    /**
     * @param command the program and its arguments, given to the system as they are
     * @param environment variables besides those of this program
     */
    public ChildProcess(List<String> command, Map<String, String> environment, long mostSeconds) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.mostSeconds = mostSeconds;
    }

    /** Another run of this Java, with the same options and class path. */
    public static ChildProcess java(Class<?> main, List<String> arguments, long mostSeconds) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ChildProcess(command, Map.of(), mostSeconds);
    }

    /**
     * @return what it printed
     * @throws CancelledException within a tenth of a second after cancellation
     * @throws BadInputException when it cannot be started, fails, or does not end in time
     */
    public String run(CancellationToken cancellation) {
        try {
            Path said = Files.createTempFile("vitrine-child", ".txt");
            try {
                return run(said, cancellation);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new BadInputException(command.get(0) + " cannot be run: " + e.getMessage() + ".", e);
        }
    }

    private String run(Path said, CancellationToken cancellation) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.throwIfCancelled();
                if (System.nanoTime() > end) {
                    throw new BadInputException(command.get(0) + " was ended after " + mostSeconds + " s.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The work was stopped.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        String output = Files.size(said) > MOST_OUTPUT_BYTES ? "" : Files.readString(said, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new BadInputException(
                    command.get(0) + " failed with exit code " + process.exitValue() + ": " + lastLine(output));
        }
        return output;
    }

    private static String lastLine(String output) {
        List<String> lines = output.lines().filter(l -> !l.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing." : lines.get(lines.size() - 1);
    }
}
