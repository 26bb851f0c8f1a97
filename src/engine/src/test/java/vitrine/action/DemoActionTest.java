package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

/** The whole road on a shop of the shipped one's shape, small enough for a test. */
class DemoActionTest {
    private static final Map<String, String> QUICK =
            Map.of("epochs", "5", "batch", "100", "lr", "0.01", "dim", "8", "filters", "8");

    @TempDir
    Path folder;

    /** As {@link TinyShop}, in the columns of the Online Retail data. */
    private void shop() throws IOException {
        StringBuilder rows = new StringBuilder(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int user = 0; user < 40; user++) {
            for (int day = 1; day <= 14; day++) {
                int item = (user * 7 + day) % 26;
                rows.append("%d,%d,PRODUCT %c,2,2010-12-%02d 09:00:00,1.25,%d.0,France\n"
                        .formatted(5000 + user * 20 + day, 22000 + item, TinyShop.letter(item), day, 13000 + user));
            }
        }
        rows.append("9999,POST,POSTAGE,1,2010-12-01 09:00:00,1,13000.0,France\n");
        Path file = folder.resolve("samples/online-retail/online-retail.csv.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private DemoRequest request() {
        return new DemoRequest(folder.resolve("samples"), folder.resolve("out"), 42);
    }

    @Test
    void fromShopDataToAReportWithPicturesAndAModelThatAnswers() throws IOException {
        shop();
        List<String> stages = new ArrayList<>();
        DemoResult result = new DemoAction(QUICK)
                .run(request(), TinyShop.TWO_THREADS.withProgress((stage, done, total) -> stages.add(stage)));
        Path report = folder.resolve("out/report.html");
        assertEquals(report.toString(), result.report());
        String html = Files.readString(report);
        assertTrue(html.contains("PRODUCT "), "titles of the shop");
        assertFalse(html.contains("<script"), "self-contained, no script");
        assertFalse(html.contains("http://") && html.contains("src=\"http"), "nothing is fetched");
        assertTrue(html.contains("loo99") && html.contains("loo-full"), "the protocols are printed");
        assertFalse(result.pictures().isEmpty());
        for (String picture : result.pictures()) {
            assertTrue(Files.size(Path.of(picture)) > 100, picture);
        }
        assertTrue(stages.contains("Writing the report"));
        assertTrue(stages.stream().anyMatch(stage -> stage.startsWith("Training, epoch 1 of 5")));
        Path model = folder.resolve("out/demo.vitrine");
        RecommendResult answer = new RecommendAction()
                .run(new RecommendRequest(model, Optional.of("13007"), Optional.empty(), 5, false), JobContext.quiet());
        assertEquals(5, answer.items().size());
        assertEquals(26, ModelSession.open(model).model().items().size(), "postage is no product");
    }

    @Test
    void theSameDemoTwiceGivesTheSameModelAndReport() throws IOException {
        shop();
        new DemoAction(QUICK).run(request(), TinyShop.TWO_THREADS);
        byte[] model = Files.readAllBytes(folder.resolve("out/demo.vitrine"));
        byte[] picture = firstPicture();
        new DemoAction(QUICK).run(request(), JobContext.quiet());
        assertTrue(java.util.Arrays.equals(model, Files.readAllBytes(folder.resolve("out/demo.vitrine"))));
        assertTrue(java.util.Arrays.equals(picture, firstPicture()));
    }

    private byte[] firstPicture() throws IOException {
        try (var pictures = Files.list(folder.resolve("out/pictures"))) {
            return Files.readAllBytes(pictures.sorted().findFirst().orElseThrow());
        }
    }

    @Test
    void withoutTheSampleDataItSaysWhatIsMissing() {
        BadInputException missing =
                assertThrows(BadInputException.class, () -> new DemoAction().run(request(), JobContext.quiet()));
        assertTrue(missing.getMessage().contains("online-retail.csv.gz"), missing.getMessage());
    }

    @Test
    void stoppingLeavesNoReport() throws IOException {
        shop();
        CancellationSource source = new CancellationSource();
        Progress stopInTraining = (stage, done, total) -> {
            if (stage.startsWith("Training") && done == 3) {
                source.cancel();
            }
        };
        assertThrows(
                CancelledException.class,
                () -> new DemoAction(QUICK).run(request(), new JobContext(stopInTraining, source, 2)));
        assertTrue(Files.notExists(folder.resolve("out/report.html")));
    }
}
