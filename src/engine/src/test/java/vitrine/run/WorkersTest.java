package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WorkersTest {
    private static double[] sums(int threads) {
        double[] sums = new double[37];
        try (Workers workers = new Workers(threads)) {
            workers.forEach(sums.length, (block, worker) -> {
                SeededRandom random = SeededRandom.stream(1, "block", block);
                for (int i = 0; i < 1000; i++) {
                    sums[block] += random.nextGaussian();
                }
            });
        }
        return sums;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 64})
    void blocksGiveTheSameForAnyNumberOfThreads(int threads) {
        assertArrayEquals(sums(1), sums(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyBlockRunsOnceByAWorkerOfTheTeam(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(200);
        AtomicBoolean strange = new AtomicBoolean();
        try (Workers workers = new Workers(threads)) {
            assertEquals(threads, workers.threads());
            workers.forEach(200, (block, worker) -> {
                runs.incrementAndGet(block);
                strange.compareAndSet(false, worker < 0 || worker >= threads);
            });
            workers.forEach(0, (block, worker) -> strange.set(true));
        }
        assertFalse(strange.get());
        for (int block = 0; block < 200; block++) {
            assertEquals(1, runs.get(block));
        }
    }

    @Test
    void noTwoThreadsShareAWorkersScratch() {
        boolean[] busy = new boolean[4];
        AtomicBoolean shared = new AtomicBoolean();
        try (Workers workers = new Workers(4)) {
            workers.forEach(400, (block, worker) -> {
                if (busy[worker]) {
                    shared.set(true);
                }
                busy[worker] = true;
                pause(0);
                busy[worker] = false;
            });
        }
        assertFalse(shared.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aBlocksFailureIsRethrownAndTheTeamWorksOn(int threads) {
        BadInputException failure = new BadInputException("Block 13 is bad.");
        try (Workers workers = new Workers(threads)) {
            assertSame(
                    failure,
                    assertThrows(
                            BadInputException.class,
                            () -> workers.forEach(40, (block, worker) -> {
                                if (block == 13) {
                                    throw failure;
                                }
                            })));
            AtomicInteger after = new AtomicInteger();
            workers.forEach(10, (block, worker) -> after.incrementAndGet());
            assertEquals(10, after.get());
        }
    }

    /** Each block waits for all others, so a helper that does not wake shows as a time-out. */
    @Test
    void helpersWakeAfterAFailureAndAfterSleep() {
        try (Workers workers = new Workers(3)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> workers.forEach(9, (block, worker) -> {
                        throw new IllegalStateException("block " + block);
                    }));
            for (int round = 0; round < 20; round++) {
                pause(5);
                CountDownLatch all = new CountDownLatch(3);
                workers.forEach(3, (block, worker) -> {
                    all.countDown();
                    await(all);
                });
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Workers(0));
    }

    @Test
    void anErrorOfAHelperIsNotSwallowed() {
        CountDownLatch helperFailed = new CountDownLatch(1);
        try (Workers workers = new Workers(2)) {
            Throwable thrown = assertThrows(
                    Throwable.class,
                    () -> workers.forEach(2, (block, worker) -> {
                        if (worker == 1) {
                            helperFailed.countDown();
                            throw new OutOfMemoryError("made up");
                        }
                        await(helperFailed);
                    }));
            assertEquals(OutOfMemoryError.class, thrown.getClass());
        }
    }

    @Test
    void afterAFailureNoHelperIsStillAtWork() {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch slowStarted = new CountDownLatch(1);
        try (Workers workers = new Workers(3)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> workers.forEach(3, (block, worker) -> {
                        if (worker == 2) {
                            running.incrementAndGet();
                            slowStarted.countDown();
                            pause(100);
                            running.decrementAndGet();
                        } else {
                            await(slowStarted);
                            throw new IllegalArgumentException("block " + block);
                        }
                    }));
            assertEquals(0, running.get(), "a helper may still write into its caller's arrays");
        }
    }

    @Test
    void cancellationStopsAllBlocks() {
        CancellationSource source = new CancellationSource();
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            assertThrows(
                    CancelledException.class,
                    () -> workers.forEach(10_000, (block, worker) -> {
                        source.throwIfCancelled();
                        if (done.incrementAndGet() == 5) {
                            source.cancel();
                        }
                    }));
        }
        assertTrue(done.get() < 20, "went on for " + done.get() + " blocks");
    }

    @Test
    void anInterruptedCallerStopsWithACancellation() {
        boolean[] stillInterrupted = new boolean[1];
        try (Workers workers = new Workers(2)) {
            CountDownLatch taken = new CountDownLatch(1);
            assertThrows(
                    CancelledException.class,
                    () -> workers.forEach(2, (block, worker) -> {
                        if (worker == 0) {
                            await(taken);
                            Thread.currentThread().interrupt();
                        } else {
                            taken.countDown();
                            pause(200);
                        }
                    }));
            stillInterrupted[0] = Thread.interrupted();
        }
        assertTrue(stillInterrupted[0], "the interrupt is kept for the caller");
    }

    @Test
    void aContextRefusesImpossibleNumbersOfThreads() {
        assertEquals(1, JobContext.quiet().threads());
        for (int threads : new int[] {0, -1, 1025}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new JobContext(Progress.NONE, CancellationToken.NEVER, threads));
        }
        int[] reports = new int[1];
        JobContext counting = JobContext.quiet().withProgress((stage, done, total) -> reports[0]++);
        counting.progress().report("Counting", 1, 2);
        JobContext.quiet().progress().report("Counting", 1, 2);
        counting.cancellation().throwIfCancelled();
        assertTrue(Arrays.equals(new int[] {1}, reports));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
