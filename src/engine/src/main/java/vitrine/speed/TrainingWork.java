package vitrine.speed;

import java.util.function.BiFunction;
import vitrine.network.Training;
import vitrine.run.Workers;

/**
 * Steps of a network's training on batches drawn beforehand, as the programs it is compared with do it: forward, backward
 * and an exact Adam step over all parameters.
 *
 * @param batch examples a step
 * @param counted how many things a step teaches: examples, or several targets of each
 * @param unit what is counted: {@code examples/s}, {@code users/s}
 * @param preparation draws the batches
 */
record TrainingWork(
        String name,
        String description,
        int batch,
        int counted,
        String unit,
        BiFunction<Integer, Long, Lesson> preparation)
        implements Work {
    /** Each example is one thing to learn. */
    TrainingWork(
            String name, String description, int batch, String unit, BiFunction<Integer, Long, Lesson> preparation) {
        this(name, description, batch, batch, unit, preparation);
    }

    /** A training with its batches. */
    interface Lesson {
        Training training();

        /** Copies a batch into the training's inputs; after the last one the first follows again. */
        void place(int number);
    }

    @Override
    public boolean moreIsBetter() {
        return true;
    }

    @Override
    public boolean usesThreads() {
        return true;
    }

    @Override
    public Reading measure(Conditions conditions) {
        Lesson lesson = preparation.apply(batch, conditions.seed());
        int[] next = new int[1];
        try (Workers workers = new Workers(conditions.threads())) {
            Reading steps = new Windows(conditions).stepsPerSecond(() -> {
                lesson.place(next[0]++);
                lesson.training().step(batch, workers);
            });
            return new Reading(steps.median() * counted, steps.low() * counted, steps.high() * counted);
        }
    }
}
