package vitrine.desktop.screen.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.assess.Reliability;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Texts;

/** A catalogue so large that most probabilities are tiny. */
class ReliabilityPlotTest {
    private final ReliabilityPlot plots = new ReliabilityPlot(new Texts(Language.ENGLISH));
    private final Reliability large = new Reliability(
            1000,
            List.of(
                    new Reliability.Bin(.02, .021, .01, .03, 500),
                    new Reliability.Bin(.000034, .00003, .00002, .00005, 100_000),
                    new Reliability.Bin(.000004, .000003, .000002, .000006, 1_000_000),
                    new Reliability.Bin(.0000002, .000001, .0000005, .000002, 10_000_000)),
            .1,
            .1);

    @Test
    void everyMarkOfTheAxisReadsDifferently() {
        Plot.Axis axis = plots.of(large).x();
        List<String> marks = Arrays.stream(axis.ticks()).mapToObj(axis.words()).toList();
        assertTrue(marks.contains("0.001 %"), marks::toString);
        assertEquals(marks.size(), new HashSet<>(marks).size(), marks::toString);
        assertTrue(plots.read(large, Math.log10(.000034)).startsWith("Predicted 0.0034 %"), plots.read(large, -4.5));
    }

    @Test
    void onlyWhatIsDrawnIsCounted() {
        assertTrue(plots.brief(large).contains("3 of 3 groups"), plots.brief(large));
    }
}
