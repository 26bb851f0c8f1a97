package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.assess.faithfulness.Verdict;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;

/** The shipped study is what it says: trained on the shipped shop, with a customer whose next purchase it foresees. */
class SampleStudyTest {
    private static final Path SAMPLES = Path.of("../../sample-data");

    @TempDir
    private Path own;

    @Test
    void theShippedModelWasTrainedOnTheShippedShopAndKnowsAGoodExample() {
        StudySession study = StudySession.sample(SAMPLES, own.resolve("study"));
        List<StoredRun> runs = study.runs();
        assertEquals(1, runs.size());
        assertTrue(runs.get(0).bestEpoch() > 0);
        assertFalse(runs.get(0).yardsticks().isEmpty());
        ModelSession session = ModelSession.open(runs.get(0).file());
        DataSession data = DataSession.open(study.data().orElseThrow(), JobContext.quiet());
        assertEquals(data.fingerprint(), session.trained().provenance().dataSha256());
        HeldOut heldOut = HeldOut.of(session, data).orElseThrow();
        String user = heldOut.goodExample().orElseThrow();
        assertEquals(user, study.view().user());
        assertEquals(runs.get(0).id(), study.view().run());
        var query = session.query(Optional.of(user), Optional.empty());
        RankedItems top = RankedItems.of(session.model(), query, session.unseen(query), 10);
        assertTrue(java.util.Arrays.stream(top.items()).anyMatch(heldOut.items(query)::get));
    }

    @Test
    void theShippedExplanationIsWhatTheModelSaysWhenAskedAgain() {
        StudySession study = StudySession.sample(SAMPLES, own.resolve("study"));
        StoredExplanation shipped = study.explanations().get(0);
        ModelSession session = ModelSession.open(study.runs().get(0).file());
        OpenRanking list = OpenRanking.of(session, shipped.user(), Set.of(), false);
        assertEquals(shipped.item(), session.itemId(list.items()[0]));
        OpenExplanation again = OpenExplanation.of(
                session, list, list.items()[0], shipped.method(), shipped.seed(), claim -> {}, JobContext.quiet());
        assertEquals(shipped, StoredExplanation.of(study.runs().get(0).id(), shipped.user(), session, again));
        assertEquals(Verdict.SUPPORTED, shipped.verdict());
    }

    @Test
    void anExplanationIsKeptOnceForEachQuestionBesideTheShippedOnes() {
        StudySession study = StudySession.sample(SAMPLES, own.resolve("study"));
        StoredExplanation shipped = study.explanations().get(0);
        StoredExplanation other = new StoredExplanation(
                "cnn-1", "12380", "20725", "occlusion", 7, Verdict.PARTLY, new Bilingual("a", "b"));
        study.recordExplanation(other);
        study.recordExplanation(other);
        assertEquals(List.of(shipped, other), study.explanations());
    }

    @Test
    void theShippedStudyNamesNoPlaceOfTheMachineItWasMadeOn() throws Exception {
        try (var files = Files.walk(SAMPLES.resolve("sample-study"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                assertFalse(Files.readString(file).contains("\"/"), file.toString());
            }
        }
    }
}
