package vitrine.desktop.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vitrine.action.ContextChoice;
import vitrine.action.HeldOut;
import vitrine.action.ModelSession;
import vitrine.action.OpenRanking;
import vitrine.data.InteractionLog;
import vitrine.explain.Figures;
import vitrine.model.Query;
import vitrine.words.Bilingual;
import vitrine.words.Percentages;

/**
 * The answer to one question: every candidate ranked, and how it stood without the edits.
 *
 * @param before rank without edits by item number, 0 for no candidate
 * @param heldOut numbers of the items the user really chose next
 * @param history newest first
 * @param contexts what the model can be asked about the moment; empty when it reads no context
 */
public record Listing(
        Question question,
        OpenRanking ranking,
        int[] before,
        BitSet heldOut,
        List<HistoryRow> history,
        List<ContextChoice> contexts) {
    private static final Bilingual NO_PROBABILITY = new Bilingual("–", "–");

    /** What is asked. */
    public record Question(ModelRun run, String user, Edits edits, boolean includeSeen) {
        Question unedited() {
            return new Question(run, user, Edits.NONE, includeSeen);
        }
    }

    /** The unedited ranking of a question, kept while only edits change; fitted to the history or not, as the edited one. */
    public record Unedited(Question question, int[] ranks, boolean foldedIn) {}

    /**
     * @param asked of its edits those count that the model can be asked, and that are not as recorded anyway
     * @param known the unedited ranking of the same question, if there is one
     */
    static Listing of(Question asked, Optional<Unedited> known, Optional<HeldOut> heldOut) {
        ModelSession session = asked.run().session();
        List<ContextChoice> contexts = ContextChoice.of(session, asked.user());
        Question question =
                new Question(asked.run(), asked.user(), asked.edits().answeredBy(contexts), asked.includeSeen());
        OpenRanking ranking = OpenRanking.of(
                session,
                question.user(),
                question.edits().off(),
                question.edits().context(),
                question.includeSeen());
        int[] before = known.filter(u -> u.question().equals(question.unedited()) && u.foldedIn() == ranking.foldedIn())
                .map(Unedited::ranks)
                .orElseGet(() -> question.edits().isEmpty()
                        ? ranking.ranks()
                        : OpenRanking.unedited(session, question.user(), question.includeSeen(), ranking)
                                .ranks());
        BitSet next = heldOut.map(h -> h.items(ranking.query())).orElseGet(BitSet::new);
        return new Listing(question, ranking, before, next, history(session, ranking.query()), contexts);
    }

    private static List<HistoryRow> history(ModelSession session, Query query) {
        Map<Integer, Instant> moments = new HashMap<>();
        Optional<InteractionLog> timed = session.log().filter(InteractionLog::hasTimes);
        if (timed.isPresent() && query.user() != Query.UNKNOWN_USER) {
            InteractionLog log = timed.get();
            for (int row = log.userStart(query.user()); row < log.userStart(query.user() + 1); row++) {
                moments.put(log.item(row), Instant.ofEpochMilli(log.time(row)));
            }
        }
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = query.history().length - 1; i >= 0; i--) {
            int item = query.history()[i];
            rows.add(new HistoryRow(
                    session.itemId(item),
                    session.title(item),
                    Optional.ofNullable(moments.get(item)),
                    query.weights()[i] > 0));
        }
        return rows;
    }

    public Unedited unedited() {
        return new Unedited(question.unedited(), before, ranking.foldedIn());
    }

    /** Rank of the best held-out item; empty when none was ranked. */
    public Optional<Integer> heldOutRank() {
        int[] items = ranking.items();
        for (int i = 0; i < items.length; i++) {
            if (heldOut.get(items[i])) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** How many of the first {@code shown} places hold another item than without edits. */
    public int changed(int shown) {
        int changed = 0;
        for (int i = 0; i < Math.min(shown, ranking.items().length); i++) {
            changed += before(ranking.items()[i]) == i + 1 ? 0 : 1;
        }
        return changed;
    }

    public int before(int item) {
        return item < before.length ? before[item] : 0;
    }

    /** How scores are printed: alike in the whole list. */
    public Figures figures(int shown) {
        double largest = 0;
        for (int i = 0; i < Math.min(shown, ranking.scores().length); i++) {
            largest = Math.max(largest, Math.abs(ranking.scores()[i]));
        }
        return Figures.forLargest(largest);
    }

    /** Whether places have a probability: then that is what is shown of them, else the score. */
    public boolean isCalibrated() {
        return ranking.probabilities().length > 0;
    }

    /** What stands at the end of a place's bar: its probability, or its score. */
    public Bilingual quantity(int place, int shown) {
        if (!isCalibrated()) {
            String score = figures(shown).plain(ranking.scores()[place]);
            return new Bilingual(score, score);
        }
        OptionalDouble probability = ranking.probability(place);
        return probability.isPresent()
                ? Percentages.forLargest(largestProbability(shown)).words(probability.getAsDouble())
                : NO_PROBABILITY;
    }

    /** Length of a place's bar, 0 to 1: its share of the list's largest probability, or that of its score. */
    public double share(int place, int shown) {
        if (!isCalibrated()) {
            return share(ranking.scores()[place], shown);
        }
        double largest = largestProbability(shown);
        return largest > 0 ? ranking.probability(place).orElse(0) / largest : 0;
    }

    private double largestProbability(int shown) {
        return IntStream.range(0, Math.min(shown, ranking.items().length))
                .mapToDouble(place -> ranking.probability(place).orElse(0))
                .max()
                .orElse(0);
    }

    /**
     * Length of a score's bar, 0 to 1: its share of the best score where no score of the first {@code shown} is below zero,
     * else its place between the lowest and the highest of those.
     */
    private double share(double score, int shown) {
        double[] scores = ranking.scores();
        if (scores.length == 0) {
            return 0;
        }
        double best = scores[0];
        double low = Math.min(0, scores[Math.min(shown, scores.length) - 1]);
        return best > low ? (score - low) / (best - low) : 0;
    }
}
