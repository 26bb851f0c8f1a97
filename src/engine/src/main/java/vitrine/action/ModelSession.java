package vitrine.action;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import vitrine.assess.faithfulness.ItemUsers;
import vitrine.data.Catalog;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.Histories;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.FoldIn;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.UserVectorRecommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.words.HistoryVerb;

/**
 * A trained model, ready to be asked: ids to numbers and back, recorded histories, what was seen, items in the order of
 * their ids. Immutable; open it once, ask it often.
 */
public final class ModelSession {
    private final TrainedModel trained;
    private final String name;
    private final int[] itemsById;
    private final Optional<Histories> histories;
    private final Optional<ItemUsers> itemUsers;
    private final Optional<FoldIn> foldIn;

    /** @param name for messages: the file, or "the model" */
    public ModelSession(TrainedModel trained, String name) {
        this.trained = trained;
        this.name = name;
        this.itemsById = IdOrder.of(trained.recommender().items());
        this.histories = trained.log().map(Histories::of);
        this.itemUsers = trained.log().map(ItemUsers::new);
        this.foldIn = trained.recommender() instanceof UserVectorRecommender model
                ? Optional.of(foldIn(trained, model))
                : Optional.empty();
    }

    private static FoldIn foldIn(TrainedModel trained, UserVectorRecommender model) {
        return new FoldIn(model, negatives(trained), user -> isTrained(trained, user));
    }

    /** @throws BadInputException when the file cannot be trusted */
    public static ModelSession open(Path file) {
        return new ModelSession(ModelFile.read(file), String.valueOf(file.getFileName()));
    }

    public Recommender model() {
        return trained.recommender();
    }

    /** As it was trained; where a number is missing, one negative a positive. */
    private static int negatives(TrainedModel trained) {
        return trained.provenance().parameters().get("negatives") instanceof Integer n && n > 0 ? n : 1;
    }

    private static boolean isTrained(TrainedModel trained, int user) {
        return trained.log()
                .map(log -> log.userStart(user) < log.userStart(user + 1))
                .orElse(true);
    }

    /** The model as a function of the history: itself, or, where it knows users by a vector, its {@link FoldIn}. */
    public Recommender byHistory() {
        return foldIn.isPresent() ? foldIn.get() : model();
    }

    /** The same model with other parameters as a function of the history. */
    Recommender byHistory(Recommender other) {
        return other instanceof UserVectorRecommender model ? foldIn(trained, model) : other;
    }

    /** Whether another history is answered by a vector fitted to it, not by the user's trained one. */
    public boolean foldsIn() {
        return foldIn.isPresent();
    }

    public Catalog catalog() {
        return trained.catalog();
    }

    /** The interactions it was trained on; empty in a file written without histories. */
    public Optional<InteractionLog> log() {
        return trained.log();
    }

    public TrainedModel trained() {
        return trained;
    }

    /** Similarity and popularity of items in the training log, the controls of every check. */
    public ItemUsers itemUsers() {
        return itemUsers.orElseThrow(() -> new CannotAnswerException(name
                + " was written without its interactions, so an explanation cannot be checked against similarity and"
                + " popularity. Train it again without --without-histories."));
    }

    /**
     * @param user id, or empty for an unknown user
     * @param history item ids, oldest first, in place of the recorded history
     */
    public Query query(Optional<String> user, Optional<List<String>> history) {
        return query(user, history, Map.of());
    }

    /**
     * @param context names to values in place of the context of the user's latest event, and of recorded attributes; empty:
     *     as recorded
     * @throws CannotAnswerException when a context is asked for that the model does not read
     */
    public Query query(Optional<String> user, Optional<List<String>> history, Map<String, String> context) {
        Query recorded = recorded(user, history);
        boolean reads = model() instanceof ContextRecommender && recorded.user() != Query.UNKNOWN_USER;
        Context latest = reads
                ? trained.log()
                        .map(log -> Context.latest(log, recorded.user(), row -> true))
                        .orElse(Context.NONE)
                : Context.NONE;
        return AskedContext.in(model(), trained.log(), recorded.withContext(latest), context);
    }

    private Query recorded(Optional<String> user, Optional<List<String>> history) {
        int number = user.map(this::user).orElse(Query.UNKNOWN_USER);
        if (history.isPresent()) {
            return given(number, history.get());
        }
        if (number == Query.UNKNOWN_USER) {
            throw new BadInputException("Say whom the question is about: --user ID, or --history with item ids.");
        }
        Histories recorded = histories.orElseThrow(() -> new CannotAnswerException(
                name + " was written without histories. Give one with --history a,b,c (item ids, oldest first)."));
        return Query.of(number, recorded.latest(number, model().maxHistory()));
    }

    private Query given(int user, List<String> ids) {
        int[] items = ids.stream().mapToInt(this::item).toArray();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < items.length; i++) {
            if (!seen.add(items[i])) {
                throw new BadInputException("The item " + ids.get(i)
                        + " stands twice in --history. A history holds each item once, at its latest place.");
            }
        }
        int from = Math.max(0, items.length - model().maxHistory());
        return Query.of(user, Arrays.copyOfRange(items, from, items.length));
    }

    /** Id of the user with the median number of recorded actions; empty without users or histories. */
    public Optional<String> typicalUser() {
        return trained.log().filter(log -> model().users().size() > 0).map(log -> {
            int[] byLength = IntStream.range(0, model().users().size())
                    .boxed()
                    .sorted(Comparator.comparingInt(u -> log.userStart(u + 1) - log.userStart(u)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return model().users().id(byLength[(byLength.length - 1) / 2]);
        });
    }

    public int user(String id) {
        return number(model().users(), id, "user");
    }

    public int item(String id) {
        return number(model().items(), id, "item");
    }

    private int number(IdIndex ids, String id, String what) {
        int number = ids.indexOf(id);
        if (number == IdIndex.UNKNOWN) {
            throw new BadInputException("No " + what + " " + id + " in " + name + ". Nearest: "
                    + String.join(", ", NearestIds.of(ids, id)) + ".");
        }
        return number;
    }

    public String itemId(int item) {
        return model().items().id(item);
    }

    public String title(int item) {
        return trained.catalog().title(item);
    }

    /** All items outside {@code query}'s history, in id order: what an explained item is ranked among. */
    public int[] outsideHistory(Query query) {
        Set<Integer> history = new HashSet<>();
        for (int h : query.history()) {
            history.add(h);
        }
        return Arrays.stream(itemsById).filter(i -> !history.contains(i)).toArray();
    }

    /** All items the user has not chosen (of the log and of the query), in id order. */
    public int[] unseen(Query query) {
        return unseen(query, Optional.empty());
    }

    /** @param given item ids the query was made of, of which a model may read only the latest */
    int[] unseen(Query query, Optional<List<String>> given) {
        Set<Integer> seen = new HashSet<>();
        given.ifPresent(ids -> ids.forEach(id -> seen.add(item(id))));
        for (int h : query.history()) {
            seen.add(h);
        }
        if (trained.log().isPresent() && query.user() != Query.UNKNOWN_USER) {
            InteractionLog log = trained.log().get();
            for (int row = log.userStart(query.user()); row < log.userStart(query.user() + 1); row++) {
                if (log.isPositive(row)) {
                    seen.add(log.item(row));
                }
            }
        }
        return Arrays.stream(itemsById).filter(i -> !seen.contains(i)).toArray();
    }

    /**
     * The calibrated probability that {@code item} is the next new item the user takes.
     *
     * @return empty when the model is not calibrated, the user has taken the item, or what is explained is a vector fitted to
     *     the history, whose scores the calibration has not seen
     */
    public OptionalDouble probability(Query query, int item) {
        return probability(query, item, unseen(query));
    }

    /** @param candidates all items the user has not taken */
    OptionalDouble probability(Query query, int item, int[] candidates) {
        if (trained.calibration().isEmpty() || foldsIn()) {
            return OptionalDouble.empty();
        }
        double[] scores = new double[candidates.length];
        model().score(query, candidates, scores);
        double[] probabilities = trained.calibration().get().probabilities(scores);
        return IntStream.range(0, candidates.length)
                .filter(i -> candidates[i] == item && !Double.isNaN(probabilities[i]))
                .mapToDouble(i -> probabilities[i])
                .findFirst();
    }

    public int[] itemsById() {
        return itemsById.clone();
    }

    /** What users of this log mostly did with the products. */
    public HistoryVerb verb() {
        if (trained.log().isEmpty()) {
            return HistoryVerb.ACTED_ON;
        }
        InteractionLog log = trained.log().get();
        long[] counts = new long[EventType.values().length];
        for (int row = 0; row < log.size(); row++) {
            if (log.isPositive(row)) {
                counts[log.event(row).ordinal()]++;
            }
        }
        long purchases = counts[EventType.PURCHASE.ordinal()];
        if (counts[EventType.RATING.ordinal()] == log.size()) {
            return HistoryVerb.RATED;
        }
        return purchases == Arrays.stream(counts).sum() ? HistoryVerb.BOUGHT : HistoryVerb.ACTED_ON;
    }
}
