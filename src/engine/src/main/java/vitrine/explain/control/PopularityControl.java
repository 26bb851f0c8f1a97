package vitrine.explain.control;

import java.util.Optional;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Part;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/**
 * Control: how many users took a history item in the training interactions. Other parts get 0. Does not even read which
 * item is explained. Never asks the model, promises no sum. Cost: nothing.
 */
public final class PopularityControl implements StatisticsExplainer {
    public static final String NAME = "popularity";

    private final Optional<ItemStatistics> statistics;

    /** A name in a list, of no use before {@link #over}. */
    public PopularityControl() {
        this.statistics = Optional.empty();
    }

    private PopularityControl(ItemStatistics statistics) {
        this.statistics = Optional.of(statistics);
    }

    @Override
    public Explainer over(ItemStatistics given) {
        return new PopularityControl(given);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Controls.objection(NAME, statistics, model);
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        ItemStatistics items = statistics.orElseThrow(
                () -> new CannotAnswerException(objection(model).orElseThrow()));
        int[] history = request.query().history();
        return Controls.explain(
                this,
                model,
                request,
                part -> part.kind() == Part.Kind.HISTORY ? items.popularity(history[part.index()]) : 0);
    }
}
