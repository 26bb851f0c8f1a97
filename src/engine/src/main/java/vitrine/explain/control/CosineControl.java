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
 * Control: how alike a history item and the explained item are in the training interactions, the cosine of their users
 * ({@code |both| / sqrt(|a| |b|)}). Other parts get 0. A method that does no better says nothing that a shelf of similar
 * items would not. Never asks the model, promises no sum. Cost: one pass over the users of the two items a part.
 */
public final class CosineControl implements StatisticsExplainer {
    public static final String NAME = "cosine";

    private final Optional<ItemStatistics> statistics;

    /** A name in a list, of no use before {@link #over}. */
    public CosineControl() {
        this.statistics = Optional.empty();
    }

    private CosineControl(ItemStatistics statistics) {
        this.statistics = Optional.of(statistics);
    }

    @Override
    public Explainer over(ItemStatistics given) {
        return new CosineControl(given);
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
                part -> part.kind() == Part.Kind.HISTORY ? items.similarity(history[part.index()], request.item()) : 0);
    }
}
