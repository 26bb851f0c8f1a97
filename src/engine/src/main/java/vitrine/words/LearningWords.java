package vitrine.words;

import java.util.OptionalDouble;
import vitrine.explain.Figures;

/** "Is it learning?", answered in one sentence. */
public final class LearningWords {
    private static final int RISING = 3;
    private static final Figures FIGURES = new Figures(3);

    /** First word of the answer. */
    public enum State {
        LEARNING("Learning", "正在学习"),
        FLAT("Flat", "停滞"),
        OVERFITTING("Overfitting", "过拟合"),
        DIVERGED("Diverged", "发散"),
        STOPPED_EARLY("Stopped early", "早停");

        private final String en;
        private final String zh;

        State(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        public Bilingual word() {
            return new Bilingual(en, zh);
        }
    }

    /**
     * What a run left behind, one value an epoch.
     *
     * @param loss of training
     * @param validationLoss NaN where not measured
     * @param metric ranking measure on validation targets, NaN where not measured
     * @param metricName as printed, such as {@code nDCG@10}
     * @param patience epochs without a better value that count as no progress
     * @param stoppedEarly whether early stopping ended the run
     * @param popularity what popularity reaches on the same targets
     */
    public record Run(
            double[] loss,
            double[] validationLoss,
            double[] metric,
            String metricName,
            int patience,
            boolean stoppedEarly,
            OptionalDouble popularity) {}

    private LearningWords() {}

    /**
     * Diverged: a loss is not a number. Overfitting: validation loss rose and training loss fell for three epochs.
     * Learning: the best value is new within the last {@code patience} epochs and better than the first. Else flat.
     */
    public static State state(Run run) {
        for (double loss : run.loss) {
            if (!Double.isFinite(loss)) {
                return State.DIVERGED;
            }
        }
        if (run.stoppedEarly) {
            return State.STOPPED_EARLY;
        }
        if (overfits(run)) {
            return State.OVERFITTING;
        }
        int best = best(run.metric);
        boolean measured = best >= 0;
        int n = run.loss.length;
        boolean recent = measured ? n - 1 - best < Math.max(1, run.patience) : n > 1 && run.loss[n - 1] < run.loss[0];
        boolean better = !measured || best > 0 || n == 1;
        return recent && better ? State.LEARNING : State.FLAT;
    }

    /** The sentence: state, best value, where, and how far above popularity. */
    public static Bilingual answer(Run run) {
        Bilingual state = state(run).word();
        int best = best(run.metric);
        if (best < 0) {
            return new Bilingual(
                    state.en() + ". Training loss " + FIGURES.plain(last(run.loss)) + " after " + run.loss.length
                            + (run.loss.length == 1 ? " epoch." : " epochs."),
                    state.zh() + "。" + run.loss.length + " 轮后训练损失为 " + FIGURES.plain(last(run.loss)) + "。");
        }
        String value = FIGURES.plain(run.metric[best]);
        Bilingual against = against(run.metric[best], run.popularity);
        return new Bilingual(
                state.en() + ". Validation " + run.metricName + " " + value + ", best at epoch " + (best + 1)
                        + against.en() + ".",
                state.zh() + "。验证集 " + run.metricName + " 为 " + value + "，第 " + (best + 1) + " 轮最佳" + against.zh()
                        + "。");
    }

    private static Bilingual against(double value, OptionalDouble popularity) {
        if (popularity.isEmpty() || !(popularity.getAsDouble() > 0)) {
            return Bilingual.NONE;
        }
        long percent = Math.round(100 * (value / popularity.getAsDouble() - 1));
        if (percent == 0) {
            return new Bilingual(", level with popularity", "，与热度模型持平");
        }
        return percent > 0
                ? new Bilingual(", " + percent + " % above popularity", "，比热度模型高 " + percent + "%")
                : new Bilingual(", " + -percent + " % below popularity", "，比热度模型低 " + -percent + "%");
    }

    private static boolean overfits(Run run) {
        int n = Math.min(run.loss.length, run.validationLoss.length);
        if (n <= RISING) {
            return false;
        }
        for (int i = n - RISING; i < n; i++) {
            boolean up = run.validationLoss[i] > run.validationLoss[i - 1];
            boolean down = run.loss[i] < run.loss[i - 1];
            if (!(up && down)) {
                return false;
            }
        }
        return true;
    }

    /** Index of the first largest value, -1 when nothing was measured. */
    private static int best(double[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i]) && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }

    private static double last(double[] values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
