package vitrine.speed;

import java.util.ArrayList;
import java.util.List;

/**
 * A stopwatch for work in steps: twice as long warming up as measuring (Java compiles the wide layers late), then windows of a tenth of a second, so that something
 * else on the machine spoils a window and not the reading.
 */
final class Windows {
    private static final double WINDOW_SECONDS = 0.1;
    private static final int LEAST_WINDOWS = 5;
    private static final int WARMING = 2;

    private final Conditions conditions;

    Windows(Conditions conditions) {
        this.conditions = conditions;
    }

    /** @return steps a second */
    Reading stepsPerSecond(Runnable step) {
        long warm = System.nanoTime();
        while (since(warm) < WARMING * conditions.seconds()) {
            stepUnlessCancelled(step);
        }
        List<Double> rates = new ArrayList<>();
        long begun = System.nanoTime();
        while (since(begun) < conditions.seconds() || rates.size() < LEAST_WINDOWS) {
            long window = System.nanoTime();
            int steps = 0;
            do {
                stepUnlessCancelled(step);
                steps++;
            } while (since(window) < WINDOW_SECONDS);
            rates.add(steps / since(window));
        }
        return Reading.of(values(rates));
    }

    /** @return milliseconds of single steps */
    Reading millisecondsPerStep(Runnable step) {
        long warm = System.nanoTime();
        while (since(warm) < WARMING * conditions.seconds()) {
            stepUnlessCancelled(step);
        }
        List<Double> times = new ArrayList<>();
        long begun = System.nanoTime();
        while (since(begun) < conditions.seconds() || times.size() < LEAST_WINDOWS) {
            long one = System.nanoTime();
            stepUnlessCancelled(step);
            times.add(1e3 * since(one));
        }
        return Reading.of(values(times));
    }

    private void stepUnlessCancelled(Runnable step) {
        conditions.cancellation().throwIfCancelled();
        step.run();
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
