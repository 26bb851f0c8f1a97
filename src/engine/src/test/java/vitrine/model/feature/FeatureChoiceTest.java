package vitrine.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vitrine.data.Catalog;
import vitrine.explain.TestIds;

class FeatureChoiceTest {
    private static final int OWNERS = 40;
    private final Map<String, String[]> columns = new LinkedHashMap<>();

    private FeatureChoiceTest column(String name, IntFunction<String> value) {
        String[] column = new String[OWNERS];
        Arrays.setAll(column, value);
        columns.put(name, column);
        return this;
    }

    private FeatureTable choose(String... without) {
        return FeatureChoice.of(new Catalog(TestIds.of("i", OWNERS), columns), Set.of(without));
    }

    private static List<String> names(FeatureTable table) {
        return table.features().stream().map(Feature::name).toList();
    }

    @Test
    void whatRepeatsIsACategoryWithItsMostFrequentValueFirst() {
        FeatureTable table =
                column("colour", i -> i < 5 ? "" : i % 4 == 0 ? "blue" : "red").choose();
        Category colour = assertInstanceOf(Category.class, table.features().get(0));
        assertEquals(List.of("red", "blue"), colour.values().ids());
        assertEquals(FeatureValue.UNKNOWN, table.value(0, 0));
        assertEquals(new FeatureValue(1, 0), table.value(8, 0));
        assertEquals("blue", colour.text(table.value(8, 0)));
    }

    @Test
    void manyNumbersAreAMeasureAndAFewAreCategories() {
        FeatureTable table = column("age", i -> "" + (20 + i))
                .column("flag", i -> "" + i % 2)
                .choose();
        assertInstanceOf(Measure.class, table.features().get(0));
        assertInstanceOf(Category.class, table.features().get(1));
        double sum = 0;
        double squares = 0;
        for (int owner = 0; owner < OWNERS; owner++) {
            sum += table.number(owner, 0);
            squares += table.number(owner, 0) * table.number(owner, 0);
        }
        assertEquals(0, sum, 1e-4);
        assertEquals(OWNERS, squares, 1e-3);
    }

    @Test
    void aPriceIsAlwaysANumberByItsLogarithm() {
        FeatureTable table = column("price", i -> i % 2 == 0 ? "1.5" : "3").choose();
        assertTrue(assertInstanceOf(Measure.class, table.features().get(0)).logarithmic());
    }

    @Test
    void titlesPostCodesAndEmptyColumnsAreLeftOut() {
        assertEquals(
                List.of("brand"),
                names(column("title", i -> "t" + i % 2)
                        .column("zip", i -> "Z" + i)
                        .column("nothing", i -> "")
                        .column("always", i -> "same")
                        .column("brand", i -> "b" + i)
                        .column("region", i -> "r" + i % 3)
                        .choose("region")));
    }

    @Test
    void aTableWithAnImpossibleValueIsRefused() {
        List<Feature> one = List.of(new Measure("age", false, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FeatureTable(one, 1, new int[] {1}, new float[1]));
        assertThrows(IllegalArgumentException.class, () -> new FeatureTable(one, 1, new int[] {-2}, new float[1]));
        assertThrows(IllegalArgumentException.class, () -> new FeatureTable(one, 1, new int[1], new float[] {6}));
        assertThrows(IllegalArgumentException.class, () -> new FeatureTable(one, 1, new int[] {-1}, new float[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new FeatureTable(one, 2, new int[1], new float[1]));
    }
}
