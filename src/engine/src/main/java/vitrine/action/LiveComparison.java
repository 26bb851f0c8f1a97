package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.action.OpenComparison.Judged;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.assess.TopLists;
import vitrine.data.split.Split;
import vitrine.model.Recommender;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;

/**
 * {@code compare} for a window: models that are already open, on data that is already loaded, answering with a comparison
 * that can be asked about any user. Each model is measured on rows it was not trained on, or not at all. Popularity is
 * measured too, as a yardstick that takes no part in the tests.
 */
public final class LiveComparison {
    /** Id of the yardstick; a run, named after its file, cannot have it. */
    public static final String YARDSTICK = "/popularity";

    private static final String POPULARITY = "popularity";
    /** Progress of one model: measuring, then the lists of all users. */
    private static final int HALF = 100;

    /** @param id unique in a question */
    public record Entry(String id, ModelSession session) {}

    /**
     * What is to be compared.
     *
     * @param seed of what the protocol draws
     */
    public record Question(List<Entry> entries, String protocol, int k, long seed) {
        public Question {
            entries = List.copyOf(entries);
        }

        /** Whether a model measured for one has the numbers it has in the other. */
        boolean measuresLike(Question other) {
            return protocol.equals(other.protocol) && k == other.k && seed == other.seed;
        }
    }

    /** Hears, on the working thread, how far a comparison is. */
    public interface Listener {
        /** @param id of an entry, or {@link #YARDSTICK} */
        void measuring(String id);

        /** @param model as the comparison will have it */
        void measured(CompareResult.Compared model);

        /**
         * A model could not be measured; why is thrown next.
         *
         * @param rest the comparison of those that are; there is at least one
         */
        void failed(OpenComparison rest);
    }

    private final DataSession data;

    public LiveComparison(DataSession data) {
        this.data = data;
    }

    /** Why a model cannot be measured on these data under a protocol; empty when it can. */
    public Optional<Misfit> misfit(ModelSession session, String protocol, long seed) {
        return Misfit.of(session.trained(), Protocols.named(protocol, 1, seed), seed, data.log(), data.fingerprint());
    }

    /** Name of the split a protocol holds out, which a model must be trained on to be measured by it. */
    public static String split(String protocol) {
        return Protocols.named(protocol, 1, 0).splitter().name();
    }

    /**
     * @param earlier on the same data; what it measured like this is taken over
     * @return what was measured, also when it was stopped after the first model
     * @throws CannotAnswerException when an entry is a misfit
     * @throws CancelledException when stopped before a model was measured
     * @throws RuntimeException when a model fails; what was measured before was heard by the listener
     */
    public OpenComparison run(
            Question question, Optional<OpenComparison> earlier, Listener listener, JobContext context) {
        Protocol protocol = Protocols.named(question.protocol(), question.k(), question.seed());
        for (Entry entry : question.entries()) {
            misfit(entry.session(), question.protocol(), question.seed()).ifPresent(why -> {
                throw new CannotAnswerException(
                        entry.id() + " cannot be measured by " + question.protocol() + " here: " + why + ".");
            });
        }
        Optional<OpenComparison> known = earlier.filter(
                e -> e.question().measuresLike(question) && e.split().log() == data.log());
        Split split = known.map(OpenComparison::split)
                .orElseGet(() -> protocol.splitter().split(data.log()));
        TopLists lists = known.map(OpenComparison::lists).orElseGet(() -> new TopLists(split));
        Work work = new Work(
                protocol, split, lists, listener, context, question.entries().size() + 1);
        List<Judged> judged = new ArrayList<>();
        try {
            for (Entry entry : question.entries()) {
                judged.add(work.take(
                        known.flatMap(e -> e.judged(entry)),
                        entry.id(),
                        () -> entry.session().model()));
            }
            Judged yardstick = work.take(
                    known.flatMap(OpenComparison::judgedYardstick),
                    YARDSTICK,
                    () -> popularity(split, question.seed(), context));
            return new OpenComparison(question, data.items(), split, lists, judged, Optional.of(yardstick), false);
        } catch (CancelledException e) {
            if (judged.isEmpty()) {
                throw e;
            }
            return unfinished(question, split, lists, judged, known);
        } catch (RuntimeException | Error e) {
            if (!judged.isEmpty()) {
                listener.failed(unfinished(question, split, lists, judged, known));
            }
            throw e;
        }
    }

    /** Of the models it did not come to, those an earlier comparison has are not lost. */
    private OpenComparison unfinished(
            Question question, Split split, TopLists lists, List<Judged> begun, Optional<OpenComparison> known) {
        List<Judged> judged = new ArrayList<>(begun);
        for (Entry entry :
                question.entries().subList(begun.size(), question.entries().size())) {
            known.flatMap(e -> e.judged(entry)).ifPresent(judged::add);
        }
        Optional<Judged> yardstick = known.flatMap(OpenComparison::judgedYardstick);
        return new OpenComparison(question, data.items(), split, lists, judged, yardstick, true);
    }

    private Recommender popularity(Split split, long seed, JobContext context) {
        return Models.fit(
                        POPULARITY,
                        split,
                        Catalogs.of(data.read()),
                        Map.of(),
                        seed,
                        context.withProgress((stage, done, total) -> {}),
                        TrainingListener.NONE,
                        Optional.empty())
                .recommender();
    }

    /** Measures one model after the other. */
    private final class Work {
        private final Protocol protocol;
        private final Split split;
        private final TopLists lists;
        private final Listener listener;
        private final JobContext context;
        private final int models;
        private int finished;

        Work(Protocol protocol, Split split, TopLists lists, Listener listener, JobContext context, int models) {
            this.protocol = protocol;
            this.split = split;
            this.lists = lists;
            this.listener = listener;
            this.context = context;
            this.models = models;
        }

        Judged take(Optional<Judged> known, String id, java.util.function.Supplier<Recommender> model) {
            context.cancellation().throwIfCancelled();
            Judged one = known.orElseGet(() -> {
                listener.measuring(id);
                return measure(id, model);
            });
            finished++;
            report(0);
            listener.measured(one.compared());
            return one;
        }

        private Judged measure(String id, java.util.function.Supplier<Recommender> model) {
            long start = System.nanoTime();
            Recommender ready = model.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            JobContext measuring =
                    context.withProgress((stage, done, total) -> report(total == 0 ? 0 : (int) (HALF * done / total)));
            MeasuredModel measured =
                    MeasuredModel.of(ready, Optional.empty(), seconds, protocol, split, data.items(), measuring);
            report(HALF);
            int[] users = measured.evaluation().perUser().users();
            return new Judged(id, measured, lists.of(ready, users, CompareAction.DEPTH, context));
        }

        private void report(int part) {
            context.progress().report("Comparing", (long) finished * 2 * HALF + part, (long) models * 2 * HALF);
        }
    }
}
