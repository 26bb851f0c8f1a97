package vitrine.explain.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.network.Executor;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.NetworkPath;
import vitrine.network.OpenNetwork;

/**
 * The path of a recommender's score from the reference ({@link vitrine.model.Recommender#reference}) to a question.
 *
 * @param path to walk on
 * @param cuts layers of the model that separate all that moves from the score → the path's layer to read for it
 */
record QuestionPath(NetworkPath path, Map<String, String> cuts) {
    static QuestionPath of(NetworkRecommender model, Query query, int item) {
        Network closed = model.network();
        OpenNetwork open = OpenNetwork.of(closed);
        Executor run = new Executor(closed, model.parameters(), 1);
        Query empty = model.reference(query);
        NetworkPath path = new NetworkPath(
                open.network(),
                model.parameters(),
                inputs(model, empty, item, open, run),
                inputs(model, query, item, open, run),
                0);
        for (Layer layer : open.network().layers()) {
            if (layer instanceof Layer.IdInput) {
                path.choose(layer.name(), run.ids(layer.name()));
            }
        }
        Map<String, String> cuts = new LinkedHashMap<>();
        for (Layer layer : closed.layers()) {
            String here = open.weighted().getOrDefault(layer.name(), layer.name());
            if (!layer.from().isEmpty() && path.isCut(here)) {
                cuts.put(layer.name(), here);
            }
        }
        return new QuestionPath(path, cuts);
    }

    private static Map<String, float[]> inputs(
            NetworkRecommender model, Query query, int item, OpenNetwork open, Executor run) {
        model.place(run, 0, query, item);
        run.forward(1);
        return open.inputs(model.network(), run);
    }
}
