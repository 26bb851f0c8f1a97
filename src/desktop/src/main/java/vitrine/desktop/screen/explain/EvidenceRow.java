package vitrine.desktop.screen.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.NotTested;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.explain.Figures;

/**
 * One test of an explanation beside the best of the control orders (random, popularity, similarity).
 *
 * @param test its short name with an arrow in the good direction
 * @param isBetter whether this explanation does better than every control
 */
record EvidenceRow(String test, String mine, String control, boolean isBetter) {
    private static final Figures THREE = new Figures(3);
    private static final List<String> CONTROLS = List.of("random", "popularity", "cosine");

    static List<EvidenceRow> of(Faithfulness measured) {
        String k = "@" + measured.k();
        List<EvidenceRow> rows = new ArrayList<>();
        boolean ranks = !measured.notTested().contains(NotTested.RANK);
        rows.add(row("INS − DEL ↑", measured, RemovalScores::f, true));
        rows.add(row("DEL ↓", measured, RemovalScores::del, false));
        rows.add(row("INS ↑", measured, RemovalScores::ins, true));
        if (!ranks) {
            return rows;
        }
        rows.add(row("POS" + k + " ↓", measured, RemovalScores::pos, false));
        rows.add(row("NEG" + k + " ↑", measured, RemovalScores::neg, true));
        rows.add(row("CDCG ↓", measured, RemovalScores::cdcg, false));
        return rows;
    }

    private static EvidenceRow row(
            String name, Faithfulness measured, ToDoubleFunction<RemovalScores> value, boolean higherIsBetter) {
        double mine = value.applyAsDouble(measured.scores());
        Stream<RemovalScores> controls = CONTROLS.stream().map(measured::control);
        var values = controls.mapToDouble(value).summaryStatistics();
        double best = higherIsBetter ? values.getMax() : values.getMin();
        boolean better = higherIsBetter ? mine > best : mine < best;
        return new EvidenceRow(name, THREE.plain(mine), THREE.plain(best), better);
    }
}
