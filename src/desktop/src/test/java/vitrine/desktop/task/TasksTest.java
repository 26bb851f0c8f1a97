package vitrine.desktop.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vitrine.run.BadInputException;

@Timeout(30)
class TasksTest {
    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final Tasks tasks = new Tasks(screen, 1, defect -> "defect " + defect.getMessage());
    private final SimpleStringProperty title = new SimpleStringProperty("work");

    @AfterEach
    void close() {
        tasks.close();
        screen.shutdownNow();
    }

    private void onScreen(Runnable work) throws Exception {
        screen.submit(work).get(10, TimeUnit.SECONDS);
    }

    @Test
    void the_newest_request_wins_and_the_late_answer_is_dropped() throws Exception {
        List<String> answers = new ArrayList<>();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Slot slot = tasks.slot();
        onScreen(() -> {
            slot.run(title, context -> awaited(release, "old"), answers::add, failure -> answers.add("failed"));
            slot.run(
                    title,
                    context -> "new",
                    answer -> {
                        answers.add(answer);
                        done.countDown();
                    },
                    failure -> {});
        });
        assertTrue(done.await(10, TimeUnit.SECONDS));
        release.countDown();
        Thread.sleep(100);
        onScreen(() -> assertEquals(List.of("new"), answers));
    }

    private static String awaited(CountDownLatch latch, String value) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return value;
    }

    @Test
    void cancelling_ends_the_job_within_a_second_and_says_so() throws Exception {
        AtomicReference<Failure> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Slot slot = tasks.slot();
        onScreen(() -> slot.run(
                title,
                context -> {
                    while (true) {
                        context.cancellation().throwIfCancelled();
                    }
                },
                result -> {},
                why -> {
                    failure.set(why);
                    ended.countDown();
                }));
        long start = System.nanoTime();
        onScreen(slot::cancel);
        assertTrue(ended.await(1, TimeUnit.SECONDS), "took " + (System.nanoTime() - start) / 1e9 + " s");
        assertTrue(failure.get().cancelled());
    }

    @Test
    void a_paused_job_stands_still_and_goes_on_when_resumed() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        Slot slot = tasks.slot();
        AtomicReference<JobView> view = new AtomicReference<>();
        onScreen(() -> view.set(slot.run(
                title,
                context -> {
                    while (true) {
                        context.cancellation().throwIfCancelled();
                        steps.incrementAndGet();
                    }
                },
                result -> {},
                why -> {})));
        Thread.sleep(50);
        onScreen(view.get()::pause);
        Thread.sleep(100);
        int before = steps.get();
        Thread.sleep(100);
        assertEquals(before, steps.get());
        onScreen(view.get()::resume);
        Thread.sleep(100);
        assertTrue(steps.get() > before);
        onScreen(slot::cancel);
    }

    @Test
    void an_engine_failure_arrives_as_its_sentence_and_a_defect_as_one_of_ours() throws Exception {
        List<String> sentences = new ArrayList<>();
        CountDownLatch two = new CountDownLatch(2);
        onScreen(() -> {
            tasks.slot()
                    .run(
                            title,
                            context -> {
                                throw new BadInputException("Line 3 is odd.");
                            },
                            result -> {},
                            why -> {
                                sentences.add(why.sentence());
                                two.countDown();
                            });
            tasks.slot()
                    .run(
                            title,
                            context -> {
                                throw new IllegalStateException("oops");
                            },
                            result -> {},
                            why -> {
                                assertTrue(why.isDefect());
                                sentences.add(why.sentence());
                                two.countDown();
                            });
        });
        assertTrue(two.await(10, TimeUnit.SECONDS));
        onScreen(() -> assertEquals(
                List.of("Line 3 is odd.", "defect oops"),
                sentences.stream().sorted().toList()));
    }

    @Test
    void progress_arrives_at_most_ten_times_a_second() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        onScreen(() -> {
            JobView view = tasks.slot()
                    .run(
                            title,
                            context -> {
                                long end = System.nanoTime() + 500_000_000L;
                                for (long i = 0; System.nanoTime() < end; i++) {
                                    context.progress().report("counting", i % 1000, 1000);
                                }
                                return "";
                            },
                            result -> ended.countDown(),
                            why -> {});
            view.fractionProperty().addListener((o, before, now) -> changes.incrementAndGet());
        });
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertTrue(changes.get() >= 2 && changes.get() <= 7, changes.get() + " changes in half a second");
    }

    @Test
    void only_jobs_longer_than_a_glance_are_shown() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(1);
        onScreen(() -> {
            tasks.slot().run(title, context -> "", result -> quick.countDown(), why -> {});
            tasks.slot().run(title, context -> awaited(release, ""), result -> {}, why -> {});
        });
        assertTrue(quick.await(10, TimeUnit.SECONDS));
        onScreen(() -> assertEquals(0, tasks.shown().size()));
        Thread.sleep(500);
        onScreen(() -> assertEquals(1, tasks.shown().size()));
        release.countDown();
        Thread.sleep(100);
        onScreen(() -> assertEquals(0, tasks.shown().size()));
    }
}
