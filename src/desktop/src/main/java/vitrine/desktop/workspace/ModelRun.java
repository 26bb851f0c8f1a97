package vitrine.desktop.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import vitrine.action.ModelSession;
import vitrine.action.Models;
import vitrine.action.RunComparison;
import vitrine.action.StoredRun;
import vitrine.action.TrainResult;
import vitrine.action.TrainedRun;
import vitrine.chart.Token;
import vitrine.train.TrainingHistory;

/**
 * A model of the study, ready to be asked.
 *
 * @param id unique in the study
 * @param number from 0, in the order of training: decides letter, colour and dash for the whole study
 * @param yardsticks measure to baseline to value, on this run's validation sample
 */
public record ModelRun(
        String id,
        int number,
        Path file,
        ModelSession session,
        TrainResult result,
        TrainingHistory history,
        TrainedRun.Ending ending,
        SortedMap<String, SortedMap<String, Double>> yardsticks) {
    /** Colours of runs; the next as many have the same again. */
    public static final List<Token> COLORS =
            List.of(Token.MODEL_A, Token.MODEL_B, Token.MODEL_C, Token.MODEL_D, Token.MODEL_E, Token.MODEL_F);

    static ModelRun of(StoredRun stored, int number, ModelSession session) {
        return new ModelRun(
                stored.id(),
                number,
                stored.file(),
                session,
                stored.result(),
                stored.history(),
                stored.ending(),
                stored.yardsticks());
    }

    /** As the study has it on disk. */
    public StoredRun stored() {
        return new StoredRun(id, file, result, history.bestEpoch(), ending, yardsticks);
    }

    public String letter() {
        return String.valueOf((char) ('A' + number % 26));
    }

    /** Its colour for the whole study, whatever stands beside it. */
    public Token color() {
        return COLORS.get(number % COLORS.size());
    }

    /** Registry name of the model. */
    public String model() {
        return result.model();
    }

    /** A measure ({@code ndcg, hr, loss, accuracy}) of the kept epoch; of a computed model, where it was measured. */
    public Optional<Double> validation(String measure) {
        return RunComparison.of(List.of(stored()), measure).best().map(RunComparison.Best::value);
    }

    /** Hyper-parameters that are not the model's defaults, as they would be typed. */
    public SortedMap<String, String> changed() {
        return Models.changed(model(), result.parameters());
    }

    public double seconds() {
        return history.epochs().stream().mapToDouble(e -> e.seconds()).sum();
    }
}
