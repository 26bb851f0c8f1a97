package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.IdIndex;
import vitrine.explain.TestIds;
import vitrine.model.feature.FeatureEdits;
import vitrine.model.feature.FeatureTable;
import vitrine.model.feature.FeatureValue;
import vitrine.network.Parameters;
import vitrine.run.WrongUsageException;

class DeepContextTest {
    private static final int D = DeepContextFixture.SIZES.dim();
    private static final int ITEMS = DeepContextFixture.ITEMS;
    private final DeepContext model = DeepContextFixture.model();
    private final Query question =
            new Query(1, new int[] {4, 0, 2}, new float[] {1, .5f, 0}).withContext(new Context(20, 0, 1, 0));

    /** A field's vector: its row times its weight. */
    private record Field(int row, double weight) {}

    /** Rows by hand: 6 users and unknown; segments a, b, unknown; 24 hours, 7 days, 2 regions, 2 devices, each with unknown. */
    private static List<Field> asked(int user, int segment, Context c) {
        return List.of(
                new Field(user < 0 ? 6 : user, 1),
                new Field(7 + (segment < 0 ? 2 : segment), 1),
                new Field(10 + (c.hour() < 0 ? 24 : c.hour()), 1),
                new Field(35 + (c.weekday() < 0 ? 7 : c.weekday()), 1),
                new Field(43 + (c.region() < 0 ? 2 : c.region()), 1),
                new Field(46 + (c.device() < 0 ? 2 : c.device()), 1));
    }

    /** 9 items and unknown; categories k, l, unknown; price known, unknown, direction. */
    private static List<Field> offered(int item, int category, boolean priced, double price) {
        return List.of(
                new Field(item < 0 ? 9 : item, 1),
                new Field(10 + (category < 0 ? 2 : category), 1),
                new Field(priced ? 13 : 14, 1),
                new Field(15, priced ? price : 0));
    }

    /** The formula of the class comment, in double. */
    private double byHand(List<Field> asked, List<Field> offered, int[] history, float[] weights) {
        Parameters p = model.parameters();
        double[] u = fields(asked, p.values("question-table"));
        double[] v = fields(offered, p.values("item-table"));
        double[] h = new double[D];
        for (int i = 0; i < history.length; i++) {
            for (int k = 0; k < D; k++) {
                h[k] += (double) weights[i] * p.values("history-table")[history[i] * D + k] / history.length;
            }
        }
        double[] x = new double[5];
        add(x, u, "question-half");
        add(x, h, "profile-half");
        add(x, v, "item-half");
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.max(0, x[k]);
        }
        double[] y = new double[4];
        add(y, x, "deep2");
        float[] w = p.values("score.weight");
        double score = p.values("score.bias")[0];
        for (int k = 0; k < D; k++) {
            double left = h[k];
            double right = 0;
            for (int f = 0; f < asked.size(); f++) {
                left += u[f * D + k];
            }
            for (int f = 0; f < offered.size(); f++) {
                right += v[f * D + k];
            }
            score += w[k] * left * right;
        }
        for (int k = 0; k < y.length; k++) {
            score += w[D + k] * Math.max(0, y[k]);
        }
        return score;
    }

    private static double[] fields(List<Field> fields, float[] table) {
        double[] side = new double[fields.size() * D];
        for (int f = 0; f < fields.size(); f++) {
            for (int k = 0; k < D; k++) {
                side[f * D + k] = fields.get(f).weight() * table[fields.get(f).row() * D + k];
            }
        }
        return side;
    }

    private void add(double[] into, double[] x, String layer) {
        float[] w = model.parameters().values(layer + ".weight");
        float[] b = model.parameters().values(layer + ".bias");
        for (int unit = 0; unit < into.length; unit++) {
            into[unit] += b[unit];
            for (int k = 0; k < x.length; k++) {
                into[unit] += x[k] * w[k * into.length + unit];
            }
        }
    }

    private static double price(int item) {
        return DeepContextFixture.SPACE.items().number(item, 1);
    }

    private double[] scores(Query query) {
        double[] scores = new double[ITEMS];
        model.score(query, IntStream.range(0, ITEMS).toArray(), scores);
        return scores;
    }

    @Test
    void theScoreIsTheFormulaOfThePapers() {
        // User 1 is of segment b, item 3 of category l; k is the more frequent category and so number 0, like segment
        // a.
        double expected = byHand(
                asked(1, 1, question.context()), offered(3, 1, true, price(3)), question.history(), question.weights());
        assertEquals(expected, model.score(question, 3), 1e-5);
        assertEquals(expected, plain(question, 3), 1e-5);
        // Item 6 has no price, item 5 no category.
        assertEquals(
                byHand(asked(1, 1, question.context()), offered(6, 1, false, 0), new int[0], new float[0]),
                model.score(Query.of(1).withContext(question.context()), 6),
                1e-5);
        assertEquals(
                byHand(asked(4, -1, Context.NONE), offered(5, -1, true, price(5)), new int[0], new float[0]),
                model.score(Query.of(4), 5),
                1e-5);
    }

    /** By the plain network, without what is worked out ahead. */
    private double plain(Query query, int item) {
        return plain(model, query, item);
    }

    private static double plain(DeepContext model, Query query, int item) {
        vitrine.network.Executor run = new vitrine.network.Executor(model.network(), model.parameters(), 1);
        model.place(run, 0, query, item);
        run.forward(1);
        return run.values("score")[0];
    }

    /** 1,025 numbers an item: of so many items they are more than memory holds, let alone one array. */
    @Test
    void amongMoreItemsThanCanBeKeptAQuestionIsWorkedOutWhole() {
        int items = 270_000;
        DeepContextSettings wide = new DeepContextSettings(1, List.of(1024), 4);
        FeatureSpace space = new FeatureSpace(
                IdIndex.of(List.of()), IdIndex.of(List.of()), FeatureTable.none(1), FeatureTable.none(items));
        Parameters parameters = Parameters.initial(DeepContext.network(1, items, wide, space), 3);
        BitSet known = new BitSet();
        known.set(0, items);
        DeepContext large =
                new DeepContext(TestIds.of("u", 1), TestIds.of("i", items), wide, space, known, known, parameters);
        assertFalse(DeepContextRanking.fits(items, wide));
        int[] wanted = {0, 269_999, 5};
        double[] scores = new double[3];
        large.score(Query.of(0), wanted, scores);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(plain(large, Query.of(0), wanted[i]), scores[i], 1e-5);
        }
        assertTrue(DeepContextRanking.fits(1_000_000, DeepContextSettings.DEFAULTS));
        assertFalse(DeepContextRanking.fits(Integer.MAX_VALUE, wide));
    }

    @Test
    void itemsScoreTheSameAloneAmongOthersAndFromAnyThread() {
        double[] alone = IntStream.range(0, ITEMS)
                .parallel()
                .mapToDouble(item -> model.score(question, item))
                .toArray();
        assertArrayEquals(scores(question), alone);
    }

    @Test
    void aNewUserIsKnownByAttributesAndANewItemToo() {
        // User 5 and item 8 were not in training: the rows of their ids say nothing, those of their attributes do.
        assertEquals(
                byHand(asked(-1, 0, Context.NONE), offered(-1, 0, true, price(8)), new int[0], new float[0]),
                model.score(Query.of(5), 8),
                1e-5);
        double nobody = model.score(Query.of(Query.UNKNOWN_USER), 8);
        assertEquals(
                byHand(asked(-1, -1, Context.NONE), offered(-1, 0, true, price(8)), new int[0], new float[0]),
                nobody,
                1e-5);
        FeatureEdits student = FeatureEdits.NONE.with(0, new FeatureValue(1, 0));
        assertEquals(
                byHand(asked(-1, 1, Context.NONE), offered(-1, 0, true, price(8)), new int[0], new float[0]),
                model.score(Query.of(Query.UNKNOWN_USER).withUserEdits(student), 8),
                1e-5);
    }

    @Test
    void whatIsAskedOfTheItemsReplacesWhatIsRecorded() {
        FeatureEdits cheaper = FeatureEdits.NONE.with(1, new FeatureValue(0, -2));
        assertEquals(
                byHand(asked(1, 1, Context.NONE), offered(3, 1, true, -2), new int[0], new float[0]),
                model.score(Query.of(1).withItemEdits(cheaper), 3),
                1e-5);
        FeatureEdits byAttributes = FeatureEdits.NONE.without(FeatureEdits.ID).without(0);
        assertEquals(
                byHand(asked(1, 1, Context.NONE), offered(-1, -1, true, price(3)), new int[0], new float[0]),
                model.score(Query.of(1).withItemEdits(byAttributes), 3),
                1e-5);
    }

    @Test
    void weightZeroMasksInPlace() {
        Query masked = question.withWeight(0, 0);
        assertEquals(
                byHand(
                        asked(1, 1, question.context()),
                        offered(3, 1, true, price(3)),
                        masked.history(),
                        masked.weights()),
                model.score(masked, 3),
                1e-5);
        // What stands in a masked slot cannot matter, but the slot stays: taking it out is another question.
        Query another = new Query(
                1, new int[] {7, 0, 2}, masked.weights(), masked.context(), FeatureEdits.NONE, FeatureEdits.NONE);
        assertEquals(model.score(masked, 3), model.score(another, 3));
        assertNotEquals(model.score(masked, 3), model.score(masked.without(4), 3));
    }

    @Test
    void aRegionBeyondTheNamesIsUnknown() {
        assertEquals(
                model.score(Query.of(1).withContext(Context.NONE), 3),
                model.score(Query.of(1).withContext(new Context(-1, -1, 77, 99)), 3));
    }

    @Test
    void everyPartCanBeTakenAwayAndTheReferenceHasNone() {
        Query reference = model.reference(question);
        assertEquals(
                byHand(asked(-1, -1, Context.NONE), offered(3, -1, false, 0), new int[1], new float[1]),
                model.score(reference, 3),
                1e-5);
        List<Part> parts = model.parted(question, 3).parts();
        List<String> kinds = new ArrayList<>();
        Query stripped = question;
        for (Part part : parts) {
            kinds.add(part.kind() + " " + part.index());
            assertFalse(model.isPresent(reference, 3, part.kind(), part.index()));
            stripped = model.without(stripped, part.kind(), part.index());
        }
        assertEquals(
                List.of(
                        "HISTORY 0",
                        "HISTORY 1",
                        "HISTORY 2",
                        "USER 0",
                        "USER 1",
                        "ITEM 0",
                        "ITEM 1",
                        "CONTEXT 0",
                        "CONTEXT 1",
                        "CONTEXT 2",
                        "CONTEXT 3"),
                kinds);
        assertEquals(model.score(reference, 3), model.score(stripped, 3), 1e-6);
    }

    @Test
    void partsThatAreUnknownAreNotListed() {
        List<String> kinds = model.parted(Query.of(4, 1), 6).parts().stream()
                .map(part -> part.kind() + " " + part.index())
                .toList();
        assertEquals(List.of("HISTORY 0", "USER 0", "ITEM 0"), kinds);
    }

    @Test
    void thePartedScoreIsTheScoreAtBothEndsAndInBetween() {
        PartedScore parted = model.parted(question, 3);
        assertEquals(model.score(question, 3), parted.function().value(parted.point()), 1e-5);
        assertEquals(
                model.score(model.reference(question), 3), parted.function().value(parted.reference()), 1e-5);
        // Each part at its reference alone is the question without it.
        for (Part part : parted.parts()) {
            double[] x = parted.point().clone();
            System.arraycopy(parted.reference(), part.from(), x, part.from(), part.to() - part.from());
            assertEquals(
                    model.score(model.without(question, part.kind(), part.index()), 3),
                    parted.function().value(x),
                    1e-5,
                    part.toString());
        }
    }

    @Test
    void theGradientIsTheSlopeOfTheScore() {
        PartedScore parted = model.parted(question, 3);
        double[] gradient = new double[parted.point().length];
        parted.function().valueAndGradient(parted.point(), gradient);
        double step = 1e-2;
        for (int i = 0; i < gradient.length; i++) {
            double[] x = parted.point().clone();
            x[i] += step;
            double up = parted.function().value(x);
            x[i] -= 2 * step;
            double slope = (up - parted.function().value(x)) / (2 * step);
            // Piecewise linear: a kink within the step is possible, but not here.
            assertEquals(slope, gradient[i], 2e-3 * Math.max(1, Math.abs(slope)), "coordinate " + i);
        }
    }

    @Test
    void whatWasWorkedOutAheadIsWorkedOutAnewWhenTheParametersChange() {
        double before = model.score(question, 3);
        model.parameters().values("item-table")[3 * D] += 1;
        model.parametersChanged();
        double after = model.score(question, 3);
        assertTrue(Math.abs(before - after) > 1e-3);
        assertEquals(plain(question, 3), after, 1e-5);
    }

    @Test
    void sizesOutOfRangeAreWrongUsage() {
        assertThrows(WrongUsageException.class, () -> new DeepContextSettings(0, List.of(8), 1));
        assertThrows(WrongUsageException.class, () -> new DeepContextSettings(257, List.of(8), 1));
        assertThrows(WrongUsageException.class, () -> new DeepContextSettings(8, List.of(), 1));
        assertThrows(WrongUsageException.class, () -> new DeepContextSettings(8, List.of(0), 1));
        assertThrows(WrongUsageException.class, () -> new DeepContextSettings(8, List.of(8), 201));
    }
}
