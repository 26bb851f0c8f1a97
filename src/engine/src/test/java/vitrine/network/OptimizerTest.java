package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

class OptimizerTest {
    private static final Network TABLE = new Network(List.of(
            new Layer.IdInput("ids", 1),
            new Layer.Embedding("rows", "ids", "table", 4, 3),
            new Layer.Dense("out", "rows", 1, Activation.IDENTITY)));

    @ParameterizedTest
    @EnumSource(Adam.Form.class)
    void adamFollowsThePapersFormulasInDouble(Adam.Form form) {
        Parameters parameters = Parameters.initial(TABLE, 1);
        double[] w = NaiveInterpreter.widen(parameters.values("table"));
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        float[] gradient = new float[w.length];
        Adam adam = new Adam(TABLE, 0.01, form);
        Optimizer.Rule rule = adam.rule("table", parameters.values("table"), gradient);
        SeededRandom random = new SeededRandom(2);
        for (int t = 1; t <= 50; t++) {
            for (int i = 0; i < w.length; i++) {
                gradient[i] = (float) random.nextGaussian();
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                double mHat = m[i] / (1 - Math.pow(0.9, t));
                double vHat = v[i] / (1 - Math.pow(0.999, t));
                double rate = 0.01 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                w[i] -= form == Adam.Form.ALGORITHM_1
                        ? 0.01 * mHat / (Math.sqrt(vHat) + 1e-8)
                        : rate * m[i] / (Math.sqrt(v[i]) + 1e-8);
            }
            adam.beginStep();
            rule.move(0, 5, 1f);
            rule.move(5, w.length, 1f);
        }
        for (int i = 0; i < w.length; i++) {
            assertEquals(w[i], parameters.values("table")[i], 1e-5);
        }
    }

    private static Parameters after(Optimizer optimizer, double decay, int steps) {
        Parameters parameters = Parameters.initial(TABLE, 1);
        Training training = new Training(
                TABLE,
                parameters,
                new BinaryCrossEntropy(),
                optimizer,
                new Training.Settings(decay, new Clipping.None(), 1),
                2);
        try (Workers workers = new Workers(1)) {
            for (int step = 0; step < steps; step++) {
                // Rows 1 and 2 in the first step, 1 and 3 afterwards.
                training.ids("ids")[0] = 1;
                training.ids("ids")[1] = step == 0 ? 2 : 3;
                training.targets().labels()[0] = 1;
                training.step(2, workers);
            }
        }
        return parameters;
    }

    private static float[] row(Parameters parameters, int row) {
        return java.util.Arrays.copyOfRange(parameters.values("table"), 3 * row, 3 * row + 3);
    }

    private static Adam adam(Adam.Rows rows) {
        return new Adam(TABLE, 0.01, Adam.Form.ALGORITHM_1, rows);
    }

    @Test
    void lazyRowsRestWhileExactOnesMoveOn() {
        Parameters lazyOnce = after(adam(Adam.Rows.LAZY), 0, 1);
        Parameters exactOnce = after(adam(Adam.Rows.EXACT), 0, 1);
        exactOnce.tensors().forEach((name, t) -> assertArrayEquals(t.values(), lazyOnce.values(name), name));
        assertArrayEquals(row(lazyOnce, 2), row(after(adam(Adam.Rows.LAZY), 0, 4), 2));
        for (int c = 0; c < 3; c++) {
            double moved = Math.abs(row(after(adam(Adam.Rows.EXACT), 0, 4), 2)[c] - row(exactOnce, 2)[c]);
            assertEquals(0.02, moved, 0.01);
        }
    }

    @Test
    void aRowNobodyEverLookedUpStaysUnlessItDecays() {
        float[] start = row(Parameters.initial(TABLE, 1), 0);
        assertArrayEquals(start, row(after(adam(Adam.Rows.EXACT), 0, 4), 0));
        assertArrayEquals(start, row(after(adam(Adam.Rows.LAZY), 0.1, 4), 0));
        float[] decayed = row(after(adam(Adam.Rows.EXACT), 0.1, 1), 0);
        for (int c = 0; c < 3; c++) {
            // Adam's first step is as long as its rate, whatever the gradient.
            assertEquals(start[c] - Math.signum(start[c]) * 0.01, decayed[c], 1e-5);
        }
    }

    @Test
    void descentMovesAgainstTheGradientAndTheDecay() {
        Parameters start = Parameters.initial(TABLE, 1);
        Parameters plain = after(new Sgd(0.5, 0), 0, 1);
        Parameters decayed = after(new Sgd(0.5, 0), 0.1, 1);
        for (String name : start.tensors().keySet()) {
            for (int i = 0; i < start.values(name).length; i++) {
                boolean rests = name.equals("table") && (i < 3 || i >= 9);
                float pull = rests ? 0f : 0.5f * 0.1f * start.values(name)[i];
                assertEquals(plain.values(name)[i] - pull, decayed.values(name)[i], 1e-7, name);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Sgd(0, 0));
    }
}
