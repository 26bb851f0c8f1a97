package vitrine.desktop.screen.train;

import java.util.Optional;
import vitrine.desktop.workspace.ModelRun;

/**
 * A line of the run table: a run of the study, or the one that is training.
 *
 * @param run empty while it trains
 * @param name letter and model
 * @param settings what differs from the model's defaults, in words
 * @param best the kept epoch, 0 when there is none
 * @param seconds spent on finished epochs
 * @param state key of a text
 */
record RunRow(
        Optional<ModelRun> run,
        String name,
        String split,
        String settings,
        Optional<Double> ndcg,
        Optional<Double> hits,
        int best,
        double seconds,
        String state) {}
