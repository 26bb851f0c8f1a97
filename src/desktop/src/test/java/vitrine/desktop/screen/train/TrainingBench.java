package vitrine.desktop.screen.train;

import vitrine.desktop.Bench;

/** Trains a model the way the Train screen does, for the tests of screens that need one. */
public final class TrainingBench {
    private TrainingBench() {}

    public static void train(Bench bench, String name) {
        TrainViewModel training = bench.call(() -> new TrainViewModel(bench.context()));
        bench.run(() -> training.form().modelProperty().set(name));
        int before = bench.call(() -> bench.workspace().runs().size());
        bench.run(training::mainAction);
        bench.await(() -> bench.workspace().runs().size() > before);
    }
}
