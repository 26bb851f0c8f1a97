package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.split.Split;
import vitrine.model.ItemKnn;
import vitrine.model.Popularity;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.Workers;
import vitrine.train.TrainingData;
import vitrine.train.Validation;

/** What models that need no training reach on the very sample the learning curves are drawn from. */
public final class Yardsticks {
    private static final List<String> MEASURES = List.of("hr", "ndcg");

    private Yardsticks() {}

    /**
     * Popularity and ItemKNN, computed and measured.
     *
     * @param negatives as training has them: they decide the sample
     * @return measure ({@code hr, ndcg}) to model name to value; empty maps when nothing was held back
     */
    public static SortedMap<String, SortedMap<String, Double>> of(
            DataSession data, String split, int negatives, long seed, JobContext context) {
        return measure(Models.splitter(split, seed).split(data.log()), negatives, seed, context);
    }

    static SortedMap<String, SortedMap<String, Double>> measure(
            Split split, int negatives, long seed, JobContext context) {
        TrainingData data = TrainingData.of(split, seed);
        // Made of what is left after validation is held back, as the trained model is.
        List<Recommender> models = List.of(
                ItemKnn.fit(data.positives(), ItemKnn.DEFAULT_NEIGHBOURS, context), Popularity.fit(data.positives()));
        Validation validation = new Validation(data, negatives, seed);
        SortedMap<String, SortedMap<String, Double>> values = new TreeMap<>();
        try (Workers workers = new Workers(context.threads())) {
            for (Recommender model : models) {
                context.cancellation().throwIfCancelled();
                SortedMap<String, Double> measured = validation.measure(model, workers);
                for (String measure : MEASURES) {
                    SortedMap<String, Double> row = values.computeIfAbsent(measure, m -> new TreeMap<>());
                    Double value = measured.get(measure);
                    if (value != null) {
                        row.put(model.name(), value);
                    }
                }
            }
        }
        return values;
    }
}
