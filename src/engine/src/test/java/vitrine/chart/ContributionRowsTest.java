package vitrine.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vitrine.chart.ContributionRows.Kind;
import vitrine.chart.ContributionRows.Row;
import vitrine.explain.LabelledPart;
import vitrine.model.Part;

class ContributionRowsTest {
    private static List<LabelledPart> random(Random random) {
        List<LabelledPart> parts = new ArrayList<>();
        int n = random.nextInt(60);
        for (int i = 0; i < n; i++) {
            double value = random.nextInt(5) == 0 ? 0 : random.nextGaussian();
            parts.add(new LabelledPart(Part.Kind.values()[random.nextInt(4)], "part " + i, value));
        }
        return parts;
    }

    @Test
    void singleRowsAndOthersAndPartsWithoutEffectAreAllParts() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            List<LabelledPart> parts = random(random);
            ContributionRows rows = ContributionRows.of(parts, ContributionRows.SINGLES);
            int counted = rows.rows().stream().mapToInt(Row::count).sum();
            assertEquals(parts.size(), counted + rows.noEffect());
            assertEquals(parts.size(), rows.parts());
            assertTrue(rows.singles() <= ContributionRows.SINGLES);
        }
    }

    @Test
    void barsSumToTheContributions() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            List<LabelledPart> parts = random(random);
            double sum = parts.stream().mapToDouble(LabelledPart::value).sum();
            assertEquals(sum, ContributionRows.of(parts, 7).sum(), 1e-12 * Math.max(1, parts.size()));
        }
    }

    @Test
    void raisingComesFirstLongestFirstThenItsOthersThenLowering() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<Row> rows = ContributionRows.of(random(random), 10).rows();
            for (int i = 1; i < rows.size(); i++) {
                Row before = rows.get(i - 1);
                Row row = rows.get(i);
                assertTrue(before.value() > 0 || row.value() < 0, "raising first");
                boolean sameSide = before.value() > 0 == row.value() > 0;
                if (sameSide && row.kind() == Kind.SINGLE) {
                    assertEquals(Kind.SINGLE, before.kind(), "others close their side");
                    assertTrue(Math.abs(before.value()) >= Math.abs(row.value()));
                }
            }
        }
    }

    @Test
    void noSingleRowIsWeakerThanAPartAmongTheOthers() {
        List<LabelledPart> parts = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            parts.add(new LabelledPart(Part.Kind.HISTORY, "p" + i, i % 2 == 0 ? i : -i));
        }
        ContributionRows rows = ContributionRows.of(parts, 10);
        assertTrue(rows.rows().stream().filter(r -> r.kind() == Kind.SINGLE).allMatch(r -> Math.abs(r.value()) >= 6));
        assertEquals(2 + 4, rows.rows().get(5).value());
        assertEquals(-(1 + 3 + 5), rows.rows().get(rows.rows().size() - 1).value());
    }

    @Test
    void zeroIsAlwaysInsideTheAxisAndValuesHaveRoomOutsideTheBars() {
        ContributionRows rows = ContributionRows.of(
                List.of(new LabelledPart(Part.Kind.HISTORY, "a", 2), new LabelledPart(Part.Kind.HISTORY, "b", -1)), 10);
        double[] limits = rows.limits();
        assertEquals(-1 - .16 * 3, limits[0], 1e-12);
        assertEquals(2 + .16 * 3, limits[1], 1e-12);
        double[] nothing = ContributionRows.of(List.of(), 10).limits();
        assertTrue(nothing[0] < 0 && nothing[1] > 0);
    }
}
