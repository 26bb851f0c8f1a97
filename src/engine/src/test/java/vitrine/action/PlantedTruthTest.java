package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.data.showcase.ShowcaseShop;
import vitrine.run.JobContext;

/** Where the planted causes are all there is to know, exact methods must name them. */
class PlantedTruthTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void makeAShop() {
        ShowcaseShop.generate(folder, 3, 150, 300, 150 * 75, JobContext.quiet());
    }

    @Test
    void methodsThatAreExactNameTheCauseInTheGeneratorItselfAndControlsDoNot() throws IOException {
        PlantedShop shop = new PlantedShop(folder);
        List<PlantedShop.Effect> effects = shop.heldOutEffects();
        List<String> users = List.copyOf(
                new TreeSet<>(effects.stream().map(PlantedShop.Effect::user).toList()));
        GeneratorModel model = new GeneratorModel(shop, users);
        PlantedTruth.Scoring scoring = new PlantedTruth.Scoring("generator", model, model, Optional.empty());
        for (String kind : List.of("plain", "confounded", "conjunction")) {
            PlantedTruth.Scored scored = scoring.of(kind, effects);
            assertTrue(scored.learned() >= 10, kind);
            assertTrue(scored.learned() >= .95 * scored.asked(), kind);
            for (String exact : List.of("occlusion", "integrated-gradients")) {
                assertTrue(scored.mean(exact, 0) >= .95, kind + ", " + exact + ": " + scored.mean(exact, 0));
            }
            assertTrue(scored.mean("control: random", 0) < .4, kind);
            assertTrue(scored.mean("control: newest first", 0) < .4, kind);
        }
    }

    @Test
    void theTrainingPartEndsBeforeWhatIsAsked() throws IOException {
        PlantedShop shop = new PlantedShop(folder);
        shop.writeTraining();
        List<String> all = Files.readAllLines(folder.resolve("interactions.csv"));
        List<String> training = Files.readAllLines(folder.resolve("train.csv"));
        assertEquals(.8, (double) training.size() / all.size(), .03);
        for (PlantedShop.Effect effect : shop.heldOutEffects()) {
            String purchase = effect.user() + "," + effect.rule().target() + ",";
            assertTrue(training.stream().noneMatch(row -> row.startsWith(purchase)), purchase);
            assertTrue(effect.causes().stream().anyMatch(effect.history()::contains), purchase);
        }
    }
}
