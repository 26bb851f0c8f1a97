package vitrine.data.showcase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class ShowcaseShopTest {
    @TempDir
    Path folder;

    private ShowcaseSummary small(String name, long seed, JobContext context) {
        return ShowcaseShop.generate(folder.resolve(name), seed, 60, 300, 1200, context);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheLocaleZoneAndThreads() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        ShowcaseSummary here = small("here", 7, JobContext.quiet());
        ShowcaseSummary there;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            there = small("there", 7, new JobContext(Progress.NONE, () -> false, 2));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (int i = 0; i < here.files().size(); i++) {
            assertArrayEquals(bytes(here.files().get(i)), bytes(there.files().get(i)));
        }
        assertEquals(here.events(), there.events());
    }

    @Test
    void anotherSeedGivesAnotherShop() throws IOException {
        ShowcaseSummary one = small("one", 1, JobContext.quiet());
        ShowcaseSummary two = small("two", 2, JobContext.quiet());
        for (int i = 0; i < one.files().size(); i++) {
            assertFalse(java.util.Arrays.equals(
                    bytes(one.files().get(i)), bytes(two.files().get(i))));
        }
    }

    @Test
    void theSummaryNamesTheFiveFilesAndNothingElseIsLeft() throws IOException {
        ShowcaseSummary summary = small("shop", 3, JobContext.quiet());
        List<String> names = summary.files().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertEquals(List.of("interactions.csv", "items.csv", "users.csv", "truth.csv", "rules.csv"), names);
        try (var files = Files.list(folder.resolve("shop"))) {
            assertEquals(5, files.count());
        }
        assertEquals(60, summary.users());
        assertEquals(300, summary.items());
        assertTrue(summary.rows() > summary.events());
    }

    @Test
    void aCancelledRunWritesNothingAndKeepsTheOldFiles() throws IOException {
        ShowcaseSummary old = small("shop", 1, JobContext.quiet());
        byte[] before = bytes(old.files().get(0));
        CancellationSource source = new CancellationSource();
        JobContext context = new JobContext(
                (stage, done, total) -> {
                    if (done > 0) {
                        source.cancel();
                    }
                },
                source,
                1);
        assertThrows(CancelledException.class, () -> small("shop", 2, context));
        assertArrayEquals(before, bytes(old.files().get(0)));
        try (var files = Files.list(folder.resolve("shop"))) {
            assertEquals(5, files.count());
        }
    }

    @Test
    void progressRisesToTheNumberOfUsers() {
        List<Long> done = new ArrayList<>();
        small("shop", 1, JobContext.quiet().withProgress((stage, now, total) -> {
            assertEquals(60, total);
            done.add(now);
        }));
        assertEquals(0, done.get(0));
        assertEquals(60, done.get(done.size() - 1));
        assertEquals(done.stream().sorted().toList(), done);
    }

    @Test
    void sizesOutOfRangeAreRefusedWithTheRange() {
        assertRefused(0, 800, 100, "users = 0", "from 1 to 1000000");
        assertRefused(100, 249, 1000, "items = 249", "from 250 to 200000");
        assertRefused(100, 800, 99, "events = 99", "from 100 to 50000 for 100 users");
        assertRefused(100, 800, 50001, "events = 50001", "(1 to 500 a user)");
        assertTrue(Files.notExists(folder.resolve("none")));
    }

    private void assertRefused(int users, int items, int events, String what, String range) {
        BadInputException refusal = assertThrows(
                BadInputException.class,
                () -> ShowcaseShop.generate(folder.resolve("none"), 1, users, items, events, JobContext.quiet()));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(what), message);
        assertTrue(message.contains(range), message);
    }

    @Test
    void aFileInTheFoldersPlaceIsABadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertThrows(BadInputException.class, () -> ShowcaseShop.generate(file, 1, 10, 250, 100, JobContext.quiet()));
        assertEquals("x", Files.readString(file));
    }
}
