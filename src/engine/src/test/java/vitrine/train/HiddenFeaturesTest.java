package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.explain.TestIds;
import vitrine.model.Context;
import vitrine.model.FeatureSpace;
import vitrine.model.Query;
import vitrine.model.feature.FeatureChoice;
import vitrine.model.feature.FeatureValue;
import vitrine.run.SeededRandom;

class HiddenFeaturesTest {
    private static final int QUESTIONS = 20_000;
    private static final FeatureValue RECORDED = new FeatureValue(0, 0);
    private static final Query QUESTION = Query.of(1, 0, 2).withContext(new Context(20, 0, 1, 0));

    private static FeatureSpace space() {
        Catalog users = new Catalog(TestIds.of("u", 4), java.util.Map.of("segment", new String[] {"a", "b", "a", "b"}));
        Catalog items = new Catalog(TestIds.of("i", 4), java.util.Map.of("brand", new String[] {"a", "b", "a", "b"}));
        return new FeatureSpace(
                IdIndex.of(List.of("North", "South")),
                IdIndex.of(List.of("phone")),
                FeatureChoice.of(users, Set.of()),
                FeatureChoice.of(items, Set.of()));
    }

    private static double share(double ids, Predicate<Query> holds) {
        HiddenFeatures hiding = new HiddenFeatures(space(), ids);
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            found += holds.test(hiding.hide(QUESTION, SeededRandom.stream(3, "hide", i))) ? 1 : 0;
        }
        return (double) found / QUESTIONS;
    }

    @Test
    void onceInTwentyNothingIsLeftOfTheQuestion() {
        assertEquals(.05, share(.3, q -> q.user() == Query.UNKNOWN_USER), .006);
        assertEquals(
                0,
                share(
                        .3,
                        q -> q.user() == Query.UNKNOWN_USER
                                && (!q.context().equals(Context.NONE) || q.weights()[0] + q.weights()[1] > 0)));
    }

    @Test
    void eachPartIsHiddenInItsShare() {
        double beside = .95;
        assertEquals(beside * .3, share(.3, q -> q.userEdits().hidesId()), .012);
        assertEquals(.3, share(.3, q -> q.itemEdits().hidesId()), .012);
        assertEquals(
                beside * .1, share(.3, q -> !q.userEdits().value(0, RECORDED).isKnown()), .01);
        assertEquals(
                beside * .1, share(.3, q -> !q.itemEdits().value(0, RECORDED).isKnown()), .01);
        for (Context.Part part : Context.Part.values()) {
            assertEquals(.05 + beside * .1, share(.3, q -> q.context().value(part) == Context.UNKNOWN), .01);
        }
    }

    @Test
    void withoutIdsNoneIsEverSeen() {
        assertEquals(1, share(1, q -> q.itemEdits().hidesId()));
        assertEquals(1, share(1, q -> q.userEdits().hidesId() || q.user() == Query.UNKNOWN_USER));
    }

    @Test
    void theHistoryStaysWhereItIs() {
        HiddenFeatures hiding = new HiddenFeatures(space(), .3);
        for (int i = 0; i < 100; i++) {
            assertArrayEquals(
                    QUESTION.history(),
                    hiding.hide(QUESTION, SeededRandom.stream(3, "hide", i)).history());
        }
    }
}
