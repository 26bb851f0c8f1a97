package vitrine.desktop.screen.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vitrine.action.CompareResult.Compared;
import vitrine.action.Interval;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.workspace.ModelRun;

/** The numbers of models as the table shows them. */
final class MetricRows {
    /** Measures of ranking, means over users: shown with their interval, the best marked. */
    static final List<String> RANKING = List.of("ndcg", "recall", "mrr");
    /** What the lists are like: no value is the best. */
    static final List<String> LISTS = List.of("coverage", "novelty", "popularityBias");

    static final String TIME = "time";
    private static final String NOTHING = "–";
    private final Texts texts;

    MetricRows(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param known what was measured, by id of the run
     * @param absent key of the word where nothing was measured
     */
    List<MetricRow> of(List<ModelRun> runs, Map<String, Compared> known, Optional<Compared> yardstick, String absent) {
        List<MetricRow> rows = new ArrayList<>();
        List<Compared> chosen = runs.stream()
                .map(run -> known.get(run.id()))
                .filter(Objects::nonNull)
                .toList();
        for (ModelRun run : runs) {
            Optional<Compared> model = Optional.ofNullable(known.get(run.id()));
            Map<String, MetricRow.Cell> cells = cells(model, chosen, absent);
            cells.put(TIME, new MetricRow.Cell(time(run), false));
            rows.add(new MetricRow(Optional.of(run), name(texts, run), cells));
        }
        Map<String, MetricRow.Cell> cells = cells(yardstick, List.of(), absent);
        cells.put(TIME, new MetricRow.Cell(texts.get("train.run.computed"), false));
        rows.add(new MetricRow(Optional.empty(), texts.get("compare.yardstick"), cells));
        return rows;
    }

    /** "A CNN". */
    static String name(Texts texts, ModelRun run) {
        return run.letter() + " " + texts.get("model." + run.model());
    }

    private Map<String, MetricRow.Cell> cells(Optional<Compared> model, List<Compared> rivals, String absent) {
        Map<String, MetricRow.Cell> cells = new HashMap<>();
        for (String measure : RANKING) {
            String text = model.map(one -> ranking(one, measure)).orElseGet(() -> texts.get(absent));
            cells.put(measure, new MetricRow.Cell(text, model.isPresent() && isBest(model.get(), rivals, measure)));
        }
        for (String measure : LISTS) {
            String text = model.map(one -> number(one.metrics().get(measure))).orElseGet(() -> texts.get(absent));
            cells.put(measure, new MetricRow.Cell(text, false));
        }
        return cells;
    }

    private String ranking(Compared model, String measure) {
        Interval interval = model.intervals().get(measure);
        String mean = number(model.metrics().get(measure));
        return interval == null || Double.isNaN(interval.high())
                ? mean
                : mean + " ± " + number((interval.high() - interval.low()) / 2);
    }

    private String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? NOTHING : texts.numbers().decimal(value, 3);
    }

    /**
     * As far as the printed digits tell; of one model nothing is the best.
     *
     * @param rivals the chosen models that are measured, this one among them; the yardstick is no rival
     */
    private boolean isBest(Compared model, List<Compared> rivals, String measure) {
        String own = number(model.metrics().get(measure));
        double most = rivals.stream()
                .map(one -> one.metrics().get(measure))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        return rivals.size() > 1 && own.equals(number(most));
    }

    private String time(ModelRun run) {
        return run.history().epochs().isEmpty()
                ? texts.get("train.run.computed")
                : texts.numbers().clock(run.seconds());
    }
}
