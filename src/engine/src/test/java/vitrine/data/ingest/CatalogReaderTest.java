package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class CatalogReaderTest {
    private static final IdIndex IDS = IdIndex.of(List.of("1", "2", "3"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAllAttributesUnderWellKnownNames() throws IOException {
        Catalog catalog = items("Item_ID,Name,UnitPrice,Brand,CATEGORY,colour,\n2,Lamp ,3.50,Acme,Light,red,x\n");
        assertEquals(Set.of("title", "price", "brand", "category", "colour"), catalog.attributes());
        assertEquals("Lamp", catalog.title(1));
        assertEquals("3.50", catalog.attribute(1, Catalog.PRICE).orElseThrow());
        assertEquals("1", catalog.title(0));
    }

    @Test
    void leavesUnknownIdsOutAndKeepsTheFirstOfEqualOnes() throws IOException {
        Catalog catalog = items("item,title\n9,Ghost\n1,First\n1,Second\n2\n");
        assertEquals("First", catalog.title(0));
        assertEquals(Optional.empty(), catalog.attribute(1, Catalog.TITLE));
    }

    @Test
    void fillsGapsWithWhatTheInteractionsSaid() throws IOException {
        Catalog known =
                new Catalog(IDS, Map.of("title", new String[] {"a", "b", "c"}, "shelf", new String[] {"x", "", "z"}));
        Catalog catalog = read(ColumnRole.ITEM, "item,title\n1,New\n2,\n", known);
        assertEquals(List.of("New", "b", "c"), List.of(catalog.title(0), catalog.title(1), catalog.title(2)));
        assertEquals("z", catalog.attribute(2, "shelf").orElseThrow());
    }

    @Test
    void readsAFileWithoutHeaderWhenItsFirstCellIsAKnownId() throws IOException {
        Catalog items = items("1|Toy Story, The|1995\n2|Heat|1995\n");
        assertEquals("Toy Story, The", items.title(0));
        assertEquals("1995", items.attribute(1, "column3").orElseThrow());
        Catalog users = read(ColumnRole.USER, "3|24|M\n", Catalog.empty(IDS));
        assertEquals("24", users.attribute(2, "column2").orElseThrow());
    }

    @Test
    void findsUsersWhoseIdsWentThroughASpreadsheet() throws IOException {
        Catalog users = read(ColumnRole.USER, "customer_id,age\n2.0,44\n", Catalog.empty(IDS));
        assertEquals("44", users.attribute(1, "age").orElseThrow());
    }

    @Test
    void refusesFilesThatDoNotBelong() {
        Awkward.refusal(() -> items("a,b\nx,y\n"), "line 1", "no column looks like the item", "a, b", "item_id");
        Awkward.refusal(() -> items("item,title\n8,Ghost\n"), "none of its item ids occurs");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        Path file = Files.writeString(folder.resolve("items.csv"), "item,title\n1,x\n");
        JobContext cancelled = new JobContext(Progress.NONE, () -> true, 1);
        assertThrows(
                CancelledException.class,
                () -> new CatalogReader(ColumnRole.ITEM, ReadLimits.DEFAULT, cancelled)
                        .read(file, Optional.empty(), Catalog.empty(IDS)));
    }

    @Test
    void theReaderJoinsItemsAndUsers() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "user,item\nu,1\n");
        Path items =
                Files.write(folder.resolve("items.csv"), "item,title\n1,Café\n".getBytes(StandardCharsets.ISO_8859_1));
        Path users = Files.writeString(folder.resolve("users.csv"), "user,segment\nu,gold\n");
        ReadRequest all = ReadRequest.of(log);
        ReadResult result = new DataReader()
                .read(
                        new ReadRequest(
                                all.interactions(),
                                Optional.of(items),
                                Optional.of(users),
                                all.format(),
                                all.mapping(),
                                all.columns(),
                                all.cleaning(),
                                all.eventWeights(),
                                all.minValue(),
                                0,
                                0,
                                false),
                        JobContext.quiet());
        assertEquals("Café", result.items().title(0));
        assertEquals("gold", result.users().attribute(0, "segment").orElseThrow());
    }

    private Catalog items(String text) throws IOException {
        return read(ColumnRole.ITEM, text, Catalog.empty(IDS));
    }

    private Catalog read(ColumnRole role, String text, Catalog known) throws IOException {
        Path file = Files.writeString(folder.resolve("catalog.csv"), text);
        return new CatalogReader(role, ReadLimits.DEFAULT, JobContext.quiet()).read(file, Optional.empty(), known);
    }
}
