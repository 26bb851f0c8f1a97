package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vitrine.data.InteractionLog;
import vitrine.explain.counterfactual.Change;
import vitrine.explain.counterfactual.Counterfactual;
import vitrine.explain.counterfactual.CounterfactualSearch;
import vitrine.explain.counterfactual.Goal;
import vitrine.explain.counterfactual.ItemPlace;
import vitrine.explain.counterfactual.SearchLimits;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;
import vitrine.words.CounterfactualWords;

/**
 * What would have to be otherwise for an item to leave a list, or to enter it, asked of a model that is already open.
 *
 * @param query the question, the item taken out of its history
 * @param removal of history items
 * @param moment of hour, weekday, region, device; empty for a model that reads none, or with all of them locked
 * @param foldedIn whether every answer is that of a vector fitted to the history
 */
public record OpenCounterfactual(
        Query query,
        int item,
        Counterfactual removal,
        Optional<Counterfactual> moment,
        boolean foldedIn,
        double milliseconds) {
    /** Most parts of the moment changed at once. */
    static final int MOMENT_SIZE = 2;

    /**
     * Of an item of a list; what it is depends on which side of the list's end it stands.
     *
     * @param list its candidates are what is ranked
     * @param keep item ids that stay in the history
     */
    public static OpenCounterfactual of(
            ModelSession session,
            OpenRanking list,
            int item,
            int k,
            Set<String> keep,
            SearchLimits limits,
            JobContext context) {
        int[] candidates = Standing.candidates(session, list);
        return of(session, list.query(), candidates, item, k, keep, Optional.empty(), limits, context);
    }

    /**
     * @param candidates numbers of the items that are ranked, the item among them, in id order
     * @param keep item ids, and names of parts of the moment, that stay as they are
     * @param wished empty: whatever is not so yet
     * @throws CannotAnswerException when what is wished for is so already
     */
    static OpenCounterfactual of(
            ModelSession session,
            Query asked,
            int[] candidates,
            int item,
            int k,
            Set<String> keep,
            Optional<Goal> wished,
            SearchLimits limits,
            JobContext context) {
        long start = System.nanoTime();
        Recommender model = session.byHistory();
        Query query = CheckedExplanation.question(session, asked).without(item);
        ItemPlace place = new ItemPlace(model, item, candidates, k);
        int rank = place.of(query).rank();
        Goal goal = wished.orElse(Goal.of(rank, k));
        if (goal.isReached(rank, k)) {
            String folded = session.foldsIn()
                    ? " This is its rank by a vector fitted to the history (fold-in); in the list, by the trained one, it"
                            + " may stand elsewhere."
                    : "";
            throw new CannotAnswerException(already(session.itemId(item), goal, rank, k) + folded);
        }
        Counterfactual removal = CounterfactualSearch.removal(
                place,
                query,
                position -> keep.contains(session.itemId(query.history()[position])),
                goal,
                limits,
                context);
        SearchLimits few = new SearchLimits(Math.min(MOMENT_SIZE, limits.maxSize()), limits.questions());
        List<Change.Setting> settings = settings(session, keep);
        Optional<Counterfactual> moment = settings.isEmpty()
                ? Optional.empty()
                : Optional.of(CounterfactualSearch.setting(place, query, settings, goal, few, context));
        return new OpenCounterfactual(
                query, item, removal, moment, session.foldsIn(), (System.nanoTime() - start) / 1e6);
    }

    private static String already(String item, Goal goal, int rank, int k) {
        return goal == Goal.DROP
                ? "The item " + item + " stands at rank " + rank + ", outside the top " + k
                        + " already. Ask with --lift what would bring it in, or with a larger --k."
                : "The item " + item + " stands at rank " + rank + ", within the top " + k
                        + " already. Leave out --lift to ask what would take it out, or give a smaller --k.";
    }

    /** All items the user has not taken, and {@code item}: what a list of recommendations ranks. */
    static int[] candidates(ModelSession session, Query query, int item) {
        BitSet ranked = new BitSet();
        for (int unseen : session.unseen(query)) {
            ranked.set(unseen);
        }
        ranked.set(item);
        return Arrays.stream(session.itemsById()).filter(ranked::get).toArray();
    }

    /** Every hour, weekday, region and device of the log that the model can be asked with, unless locked. */
    private static List<Change.Setting> settings(ModelSession session, Set<String> keep) {
        if (!(session.model() instanceof ContextRecommender model)
                || session.log().isEmpty()) {
            return List.of();
        }
        InteractionLog log = session.log().get();
        List<Change.Setting> settings = new ArrayList<>();
        for (Context.Part part : Context.Part.values()) {
            if (keep.contains(part.word()) || !AskedContext.isLearned(session.log(), part)) {
                continue;
            }
            SortedSet<Integer> seen = new TreeSet<>();
            for (int row = 0; row < log.size(); row++) {
                seen.add(Context.of(log, row).value(part));
            }
            seen.stream()
                    .filter(value -> value != Context.UNKNOWN && value < known(model, part))
                    .forEach(value -> settings.add(new Change.Setting(part, value)));
        }
        return settings;
    }

    private static int known(ContextRecommender model, Context.Part part) {
        return switch (part) {
            case HOUR -> Context.HOURS;
            case WEEKDAY -> Context.WEEKDAYS.size();
            case REGION -> model.features().regions().size();
            case DEVICE -> model.features().devices().size();
        };
    }

    /** What was removed, oldest first: item numbers. */
    public int[] removed() {
        return removal.changes().stream()
                .mapToInt(c -> ((Change.Removal) c).position())
                .sorted()
                .map(position -> query.history()[position])
                .toArray();
    }

    /** What of the moment was changed; none where nothing was found. */
    List<MomentChange> changed(ModelSession session) {
        if (moment.isEmpty() || !(session.model() instanceof ContextRecommender model)) {
            return List.of();
        }
        return moment.get().changes().stream()
                .map(Change.Setting.class::cast)
                .sorted(Comparator.comparing(Change.Setting::part))
                .map(s -> new MomentChange(
                        s.part().word(),
                        AskedContext.word(model, s.part(), query.context().value(s.part())),
                        AskedContext.word(model, s.part(), s.value())))
                .toList();
    }

    /** One part of the moment: {@code hour}, from what, to what. */
    public record MomentChange(String name, String from, String to) {}

    /** What the smallest removal does, in one or two sentences. */
    public Bilingual sentence(ModelSession session) {
        return CounterfactualWords.removal(removal, session.title(item), titles(session, removed()), session::title);
    }

    /** What the smallest change of the moment does; nothing for a model that reads none. */
    public Bilingual momentSentence(ModelSession session) {
        return moment.map(found -> CounterfactualWords.moment(
                        found,
                        session.title(item),
                        changed(session).stream()
                                .map(c -> CounterfactualWords.setting(c.name(), c.from(), c.to()))
                                .toList(),
                        session::title))
                .orElse(Bilingual.NONE);
    }

    private static List<String> titles(ModelSession session, int[] items) {
        return Arrays.stream(items).mapToObj(session::title).toList();
    }
}
