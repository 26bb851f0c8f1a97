package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.assess.faithfulness.FaithfulnessAssessor;
import vitrine.assess.faithfulness.FaithfulnessOptions;
import vitrine.assess.faithfulness.Verdict;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.gradient.ExactLinear;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/** The check is not taken in by guesses and does not doubt the truth: seeded, so the counts are the same every time. */
class VerdictCalibrationTest {
    private static final int GUESSES = 4;

    @TempDir
    Path folder;

    /** Number of an item and the question about it: each user's first recommendation. */
    private static int first(ModelSession session, Query query) {
        return RankedItems.of(session.model(), query, session.unseen(query), 1).items()[0];
    }

    private static Query query(ModelSession session, int user) {
        return session.query(Optional.of(session.model().users().id(user)), Optional.empty());
    }

    @Test
    void guessesComeOutSupportedInUnderFivePercent() {
        ModelSession session = ModelSession.open(new TinyShop(folder).trained("cnn"));
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int user = 0; user < session.model().users().size(); user++) {
            Query query = query(session, user);
            int item = first(session, query);
            for (int guess = 0; guess < GUESSES; guess++) {
                SeededRandom random = SeededRandom.stream(5, "guess:" + user, guess);
                List<Contribution> guessed = IntStream.range(0, query.history().length)
                        .mapToObj(i -> new Contribution(Part.Kind.HISTORY, i, random.nextGaussian()))
                        .toList();
                Explanation explanation = new Explanation(
                        "guess",
                        new ExplanationRequest(query, item, 0, Map.of()),
                        guessed,
                        0,
                        0,
                        OptionalDouble.empty());
                Verdict verdict = new FaithfulnessAssessor(
                                session.itemUsers(), session.itemUsers(), FaithfulnessOptions.of(random.nextLong()))
                        .verify(session.model(), explanation, session.outsideHistory(query), JobContext.quiet())
                        .verdict();
                verdicts.merge(verdict, 1, Integer::sum);
            }
        }
        int tested = TinyShop.USERS * GUESSES - verdicts.getOrDefault(Verdict.NOT_TESTABLE, 0);
        assertTrue(tested >= 100, verdicts::toString);
        assertTrue(verdicts.getOrDefault(Verdict.SUPPORTED, 0) < .05 * tested, verdicts::toString);
        assertEquals(0, verdicts.getOrDefault(Verdict.FAILED, 0), verdicts::toString);
    }

    @Test
    void exactContributionsAreNeverJudgedUnsupported() {
        TinyShop shop = new TinyShop(folder);
        for (String model : List.of("ease", "itemknn")) {
            ModelSession session = ModelSession.open(shop.trained(model));
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            for (int user = 0; user < session.model().users().size(); user++) {
                Query query = query(session, user);
                verdicts.add(CheckedExplanation.of(
                                session,
                                query,
                                first(session, query),
                                new ExactLinear(),
                                Map.of(),
                                user,
                                claim -> {},
                                JobContext.quiet())
                        .verdict());
            }
            assertEquals(EnumSet.of(Verdict.EXACT), verdicts, model);
        }
    }
}
