package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

class ImportAndGenerateTest {
    @TempDir
    Path folder;

    private ImportResult imported(String rows) {
        Path file = folder.resolve("log.csv");
        TinyShop.write(file, rows);
        return new ImportAction().run(DataOptions.of(file), JobContext.quiet());
    }

    @Test
    void aTinyShopIsCountedRight() {
        TinyShop shop = new TinyShop(folder);
        ImportResult result = new ImportAction().run(shop.data, JobContext.quiet());
        assertEquals(TinyShop.USERS * 14, result.rowsRead());
        assertEquals(TinyShop.USERS * 14, result.rowsKept());
        assertEquals(TinyShop.USERS, result.users());
        assertEquals(TinyShop.ITEMS, result.items());
        assertEquals("2024-01-01T10:00:00Z", result.firstTime());
        assertEquals("2024-01-14T10:00:00Z", result.lastTime());
        assertEquals(List.of(), result.rejected());
        assertEquals(
                List.of("user", "item", "time", "event"),
                result.columns().stream().map(ImportResult.Column::name).toList());
        assertTrue(result.rowsPerSecond() > 0);
    }

    @Test
    void densityCountsPairsAndNotRepeats() {
        ImportResult result = imported("user,item,time\na,x,1\na,x,2\na,y,3\nb,x,4\n");
        assertEquals(3 / 4.0, result.density());
        assertEquals(4, result.interactions());
    }

    @Test
    void stepsAreAChainOfCounts() {
        ImportResult result = imported("user,item,time\na,x,1\n,x,2\nb,y,3\nb,y,3\nb,z,nonsense\n");
        long before = result.steps().get(0).rowsBefore();
        assertEquals(before, result.rowsRead() - result.rejected().size());
        for (ImportResult.Step step : result.steps()) {
            assertEquals(before, step.rowsBefore(), step.name());
            before = step.rowsAfter();
        }
        assertEquals(before, result.rowsKept());
        assertEquals(1, result.rejected().size());
        assertEquals(6, result.rejected().get(0).line());
    }

    @Test
    void idsStayAsRead() {
        Path out = folder.resolve("m.vitrine");
        TinyShop.write(folder.resolve("log.csv"), "user,item,time\n007,01.0,1\n007,1,2\n7,01,3\n7,1,4\n");
        new TrainAction()
                .run(
                        new TrainRequest(
                                DataOptions.of(folder.resolve("log.csv")),
                                "popularity",
                                "none",
                                java.util.Map.of(),
                                1,
                                java.util.Optional.of(out),
                                true),
                        JobContext.quiet());
        var model = vitrine.model.file.ModelFile.read(out).recommender();
        assertEquals(List.of("007", "7"), model.users().ids());
        assertEquals(List.of("01.0", "1", "01"), model.items().ids());
    }

    @Test
    void badDataIsBadInput() {
        assertThrows(BadInputException.class, () -> imported(""));
        assertThrows(BadInputException.class, () -> imported("user,item,time\n"));
        assertThrows(BadInputException.class, () -> imported("time,price\n1,2\n"));
        Path none = folder.resolve("none.csv");
        BadInputException missing = assertThrows(
                BadInputException.class, () -> new ImportAction().run(DataOptions.of(none), JobContext.quiet()));
        assertTrue(missing.getMessage().contains(none.toString()), missing.getMessage());
        assertThrows(WrongUsageException.class, () -> new ImportAction().run(DataOptions.of(), JobContext.quiet()));
    }

    @Test
    void theShowcaseShopIsWrittenAndReadBack() throws java.io.IOException {
        GenerateResult made = new GenerateAction()
                .run(new GenerateRequest(folder.resolve("shop"), 1, 60, 250, 600), JobContext.quiet());
        assertEquals(60, made.users());
        assertEquals(250, made.items());
        assertEquals(5, made.files().size());
        for (String file : made.files()) {
            assertTrue(Files.size(Path.of(file)) > 0, file);
        }
        ImportResult read = new ImportAction()
                .run(
                        DataOptions.of(folder.resolve("shop/interactions.csv"))
                                .withItems(folder.resolve("shop/items.csv")),
                        JobContext.quiet());
        // Every event is a purchase row; the first purchase of a product has its view before it.
        assertTrue(read.rowsRead() > made.events());
        assertEquals(List.of(), read.rejected());
    }
}
