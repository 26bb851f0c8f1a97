package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PauseSwitchTest {
    private final CancellationSource stop = new CancellationSource();
    private final PauseSwitch pause = new PauseSwitch(stop);

    private CountDownLatch asked() {
        CountDownLatch answered = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            boolean answer = pause.isCancelled();
            assert answer == stop.isCancelled();
            answered.countDown();
        });
        thread.setDaemon(true);
        thread.start();
        return answered;
    }

    @Test
    void unpaused_it_answers_as_the_token_behind_it() {
        assertFalse(pause.isCancelled());
        stop.cancel();
        assertTrue(pause.isCancelled());
    }

    @Test
    void whoever_asks_waits_until_resumed() throws InterruptedException {
        pause.pause();
        assertTrue(pause.isPaused());
        CountDownLatch answered = asked();
        assertFalse(answered.await(200, TimeUnit.MILLISECONDS));
        pause.resume();
        assertTrue(answered.await(5, TimeUnit.SECONDS));
    }

    @Test
    void a_paused_job_can_be_stopped() throws InterruptedException {
        pause.pause();
        CountDownLatch answered = asked();
        stop.cancel();
        assertTrue(answered.await(5, TimeUnit.SECONDS));
    }
}
