package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.Query;

/**
 * One thing about the moment that a model can be asked about: for controls of a window.
 *
 * @param name {@code hour, weekday, region} or {@code device}, as for {@code recommend --context}
 * @param values what it can be asked with, in order
 * @param recorded what holds when nothing is asked; empty: unknown
 */
public record ContextChoice(String name, List<String> values, Optional<String> recorded) {
    public ContextChoice {
        values = List.copyOf(values);
    }

    /** Those the model was trained with, for a user of it; none for a model that reads no context. */
    public static List<ContextChoice> of(ModelSession session, String user) {
        if (!(session.model() instanceof ContextRecommender model)) {
            return List.of();
        }
        Query query = session.query(Optional.of(user), Optional.empty());
        Map<String, String> recorded = AskedContext.words(model, query);
        List<ContextChoice> choices = new ArrayList<>();
        for (Context.Part part : Context.Part.values()) {
            List<String> values = values(session, model, part);
            if (!values.isEmpty()) {
                choices.add(new ContextChoice(part.word(), values, Optional.ofNullable(recorded.get(part.word()))));
            }
        }
        return choices;
    }

    private static List<String> values(ModelSession session, ContextRecommender model, Context.Part part) {
        if (!AskedContext.isLearned(session.log(), part)) {
            return List.of();
        }
        return switch (part) {
            case HOUR ->
                IntStream.range(0, Context.HOURS).mapToObj(Integer::toString).toList();
            case WEEKDAY -> Context.WEEKDAYS;
            case REGION -> model.features().regions().ids();
            case DEVICE -> model.features().devices().ids();
        };
    }
}
