package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        List<String> rows = rows(session, query);
        return new ActivationsResult(user, session.itemId(item), rows, layers, positions(layered, rows, layers));
    }

    /** As the model names them; else the history alone; else their numbers. */
    private static SortedMap<String, List<String>> positions(
            LayeredRecommender model, List<String> rows, List<ActivationsResult.LayerView> layers) {
        SortedMap<String, List<String>> positions = new TreeMap<>();
        for (ActivationsResult.LayerView layer : layers) {
            int count = layer.shape().length == 2 ? layer.shape()[0] : 0;
            List<String> named = model.positions(layer.name());
            if (named.size() == count && count > 0) {
                positions.put(layer.name(), named);
            } else if (count > 0 && count == rows.size() - 1) {
                positions.put(layer.name(), rows.subList(1, 1 + count));
            } else if (count > 0 && count != rows.size()) {
                positions.put(
                        layer.name(),
                        IntStream.rangeClosed(1, count)
                                .mapToObj(Integer::toString)
                                .toList());
            }
        }
        return positions;
    }

    /** Names of the positions of sequence layers: the user (or what stands there), the history, then padding. */
    static List<String> rows(ModelSession session, Query query) {
        List<String> rows = new ArrayList<>();
        String user = query.user() == Query.UNKNOWN_USER
                ? "unknown user"
                : "user " + session.model().users().id(query.user());
        rows.add(session.model() instanceof LayeredRecommender layered ? layered.firstPosition(user) : user);
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
