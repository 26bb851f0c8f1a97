package vitrine.assess.faithfulness;

import java.util.Arrays;
import java.util.List;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.SeededRandom;

/**
 * Infidelity: how far the claimed change, the sum of the removed parts' contributions, is from the true change of the
 * score, {@code mean (I.a - (f(x) - f(x - I)))^2}, over seeded random removals I. A removal takes between one and all
 * parts, every number equally likely, then every set of that number. Parts are the history items and, unlike in the
 * removal tests, the user, attributes and the context. Cost: one score a draw. Source: Yeh et al., 2019.
 */
public final class Infidelity {
    private Infidelity() {}

    public static InfidelityScore measure(
            Recommender model, Explanation explanation, int draws, long seed, CancellationToken cancellation) {
        Query query = explanation.request().query();
        int item = explanation.request().item();
        List<Contribution> parts = explanation.contributions().stream()
                .filter(part -> model.isPresent(query, item, part.kind(), part.index()))
                .toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no part to remove");
        }
        double full = model.score(query, item);
        int[] order = new int[parts.size()];
        double error = 0;
        double change = 0;
        for (int draw = 0; draw < draws; draw++) {
            cancellation.throwIfCancelled();
            SeededRandom random = SeededRandom.stream(seed, "infidelity", draw);
            Arrays.setAll(order, i -> i);
            random.shuffle(order);
            int removed = 1 + random.nextInt(order.length);
            double claimed = 0;
            Query rest = query;
            for (int i = 0; i < removed; i++) {
                Contribution part = parts.get(order[i]);
                claimed += part.value();
                rest = model.without(rest, part.kind(), part.index());
            }
            double trueChange = full - model.score(rest, item);
            error += (claimed - trueChange) * (claimed - trueChange);
            change += trueChange * trueChange;
        }
        return new InfidelityScore(error / draws, change / draws);
    }
}
