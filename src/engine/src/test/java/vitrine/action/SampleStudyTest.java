package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.JobContext;

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
        var query = session.query(Optional.of(user), Optional.empty());
        RankedItems top = RankedItems.of(session.model(), query, session.unseen(query), 10);
        assertTrue(java.util.Arrays.stream(top.items()).anyMatch(heldOut.items(query)::get));
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
