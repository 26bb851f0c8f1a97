package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static ChildProcess java(long mostSeconds, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(command, Map.of("VITRINE_CHILD", "known"), mostSeconds);
    }

    @Test
    void what_it_prints_is_kept_and_it_sees_its_variables() {
        assertEquals("known a b\n", java(60, "a b").run(CancellationToken.NEVER));
    }

    @Test
    void a_failure_is_told_by_its_last_words() {
        String said = assertThrows(
                        BadInputException.class, () -> java(60, "fail").run(CancellationToken.NEVER))
                .getMessage();
        assertTrue(String.valueOf(said).endsWith("failed with exit code 7: known fail"), said);
        assertThrows(
                BadInputException.class,
                () -> new ChildProcess(List.of("no-such-program"), Map.of(), 1).run(CancellationToken.NEVER));
    }

    @Test
    void it_ends_when_it_is_cancelled_or_late() throws Exception {
        long before = System.nanoTime();
        assertThrows(BadInputException.class, () -> java(1, "sleep").run(CancellationToken.NEVER));
        CancellationSource source = new CancellationSource();
        CompletableFuture<Void> running = CompletableFuture.runAsync(() ->
                assertThrows(CancelledException.class, () -> java(60, "sleep").run(source)));
        Thread.sleep(200);
        source.cancel();
        running.get(5, TimeUnit.SECONDS);
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(10));
        assertTrue(ProcessHandle.current()
                .children()
                .noneMatch(c -> c.info()
                                .arguments()
                                .map(a -> List.of(a).contains("sleep"))
                                .orElse(false)
                        && c.isAlive()));
    }

    /** The other program. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.print(System.getenv("VITRINE_CHILD") + " " + String.join(" ", arguments) + "\n");
            if (arguments[0].equals("fail")) {
                System.exit(7);
            }
            if (arguments[0].equals("sleep")) {
                Thread.sleep(60_000);
            }
        }
    }
}
