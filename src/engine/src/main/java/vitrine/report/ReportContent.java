package vitrine.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import vitrine.assess.Evaluation;
import vitrine.assess.faithfulness.Verdict;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.LabelledPart;
import vitrine.network.LayerActivation;
import vitrine.provenance.Provenance;
import vitrine.train.TrainingHistory;
import vitrine.words.Bilingual;
import vitrine.words.HistoryVerb;

/**
 * Everything a report says, as plain data: a section that is empty is left out. Titles, ids and names may be any text; the
 * report escapes them.
 *
 * @param language {@link Locale#ENGLISH} or {@link Locale#CHINESE}
 * @param study name of the study, over the answer
 * @param verb what users did with the products of their history
 * @param why explanations in the order they are to be read; the first gives the report its opening sentence
 */
public record ReportContent(
        Locale language,
        String study,
        HistoryVerb verb,
        Optional<Data> data,
        Optional<Training> training,
        Optional<Accuracy> accuracy,
        Optional<Ranking> list,
        List<Why> why,
        Optional<Inside> inside,
        Optional<WorkedExample> workedExample,
        Optional<Repeat> repeat) {
    public ReportContent {
        why = List.copyOf(why);
    }

    /**
     * What was loaded and what cleaning left.
     *
     * @param source name of the data set and its licence, one line
     * @param firstTime ISO-8601 day or time, empty when the data has none
     * @param lastTime the same
     */
    public record Data(
            Bilingual source,
            long rowsRead,
            long rowsKept,
            int users,
            int items,
            long interactions,
            String firstTime,
            String lastTime,
            List<CleaningStep> steps) {
        public Data {
            steps = List.copyOf(steps);
        }
    }

    /** A cleaning step with the rows it saw and the rows it left; {@code touched} were changed but kept. */
    public record CleaningStep(Bilingual name, long rowsBefore, long rowsAfter, long touched) {}

    /**
     * How the model was made.
     *
     * @param model its name, such as {@code cnn}
     * @param history empty list of epochs for models that are computed
     * @param bestEpoch the epoch kept
     * @param stoppedEpoch where early stopping ended, empty when it did not
     * @param patience epochs without a better value that count as no progress
     * @param k cut-off of the validation measures
     * @param validationProtocol how validation ranks, one line in both languages
     * @param yardsticks measure ({@code ndcg, hr}) to model name to value on the same validation targets; the name {@code
     *     popularity} is compared with in words
     */
    public record Training(
            String model,
            TrainingHistory history,
            OptionalInt bestEpoch,
            OptionalInt stoppedEpoch,
            int patience,
            int k,
            Bilingual validationProtocol,
            Map<String, SortedMap<String, Double>> yardsticks,
            Provenance provenance) {
        public Training {
            yardsticks = Map.copyOf(yardsticks);
        }
    }

    /** Models side by side; every number stands beside its protocol. */
    public record Accuracy(List<ModelAccuracy> models, long seed) {
        public Accuracy {
            models = List.copyOf(models);
        }
    }

    /** @param yardstick popularity, ItemKNN: printed muted, there to judge the others by */
    public record ModelAccuracy(String model, boolean yardstick, Evaluation evaluation) {}

    /**
     * One user's list.
     *
     * @param history titles, newest first
     */
    public record Ranking(String user, String model, List<String> history, List<RankedLine> lines) {
        public Ranking {
            history = List.copyOf(history);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One recommendation.
     *
     * @param score before squashing
     * @param probability only where the model is calibrated
     * @param strongest title of the history item that matters most; empty when none stands out
     * @param verdict of the explanation the reason comes from; empty when it was not checked
     * @param boughtNext whether this is the held-out action
     */
    public record RankedLine(
            int rank,
            String title,
            double score,
            OptionalDouble probability,
            Optional<String> strongest,
            Optional<Verdict> verdict,
            boolean boughtNext) {}

    /**
     * One explanation with its evidence.
     *
     * @param rank of the item in the user's list, empty when it is not on it
     * @param parts every contribution of the explanation under its name
     * @param probability behind the sum line, only where the model is calibrated
     */
    public record Why(
            String user,
            String title,
            OptionalInt rank,
            VerifiedExplanation checked,
            List<LabelledPart> parts,
            OptionalDouble probability) {
        public Why {
            parts = List.copyOf(parts);
        }
    }

    /** What the network's layers put out for one question. */
    public record Inside(String user, String title, List<Layer> layers) {
        public Inside {
            layers = List.copyOf(layers);
        }
    }

    /**
     * One layer.
     *
     * @param rowNames names of the positions of a sequence layer, in order; empty for dense layers
     * @param padding one a position; empty array when there is none
     * @param bounded whether it can only put out values from 0 to 1 (a sigmoid)
     * @param drawn whether it gets a heat map, or only its line in the table
     */
    public record Layer(
            LayerActivation activation, List<String> rowNames, boolean[] padding, boolean bounded, boolean drawn) {
        public Layer {
            rowNames = List.copyOf(rowNames);
        }
    }

    /** The article's small network, run through the same code. */
    public record WorkedExample(List<LayerActivation> layers) {
        public WorkedExample {
            layers = List.copyOf(layers);
        }
    }

    /** Commands that make every number here again. */
    public record Repeat(List<String> commands) {
        public Repeat {
            commands = List.copyOf(commands);
        }
    }
}
