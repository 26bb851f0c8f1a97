package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.layer.LayerConductance;
import vitrine.model.LayeredRecommender;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.network.LayerActivation;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/** What every layer of the network put out for one user and item. */
public final class ActivationsAction implements Action<ActivationsRequest, ActivationsResult> {
    @Override
    public ActivationsResult run(ActivationsRequest request, JobContext context) {
        ModelSession session = ModelSession.open(request.model());
        if (session.model() instanceof LayeredRecommender) {
            int item = session.item(request.item());
            return of(session, session.query(request.user(), request.history(), request.context()), item, context);
        }
        throw noLayers(session);
    }

    private static CannotAnswerException noLayers(ModelSession session) {
        return new CannotAnswerException("The model " + session.model().name()
                + " has no layers to look into. Train a network, for example --model cnn.");
    }

    /**
     * The same for a model that is already open.
     *
     * @param asked the question; {@code item} is taken out of its history
     * @throws CannotAnswerException when the model has no layers
     */
    public static ActivationsResult of(ModelSession session, Query asked, int item, JobContext context) {
        if (!(session.model() instanceof LayeredRecommender layered)) {
            throw noLayers(session);
        }
        Query query = asked.without(item);
        List<ActivationsResult.LayerView> layers = new ArrayList<>();
        Map<String, double[]> conductance = layered instanceof NetworkRecommender network
                ? LayerConductance.of(network, query, item, ExplanationRequest.DEFAULT_STEPS, context.cancellation())
                : Map.of();
        for (LayerActivation layer : layered.activations(query, item)) {
            layers.add(new ActivationsResult.LayerView(
                    layer.name(), layer.type(), layer.shape(), layer.values(), conductance.get(layer.name())));
        }
        String user = query.user() == Query.UNKNOWN_USER
                ? null
                : session.model().users().id(query.user());
        return new ActivationsResult(user, session.itemId(item), rows(session, query), layers);
    }

    /** Names of the positions of sequence layers: the user, the history, then padding. */
    static List<String> rows(ModelSession session, Query query) {
        List<String> rows = new ArrayList<>();
        rows.add(
                query.user() == Query.UNKNOWN_USER
                        ? "unknown user"
                        : "user " + session.model().users().id(query.user()));
        if (!session.model().readsHistory()) {
            return rows;
        }
        for (int h : query.history()) {
            rows.add(session.title(h));
        }
        int longest = session.model().maxHistory();
        while (longest < Integer.MAX_VALUE && rows.size() < 1 + longest) {
            rows.add("(padding)");
        }
        return rows;
    }
}
