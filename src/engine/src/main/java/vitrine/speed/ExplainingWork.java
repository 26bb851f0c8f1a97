package vitrine.speed;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.Query;
import vitrine.network.Parameters;
import vitrine.run.JobContext;

/** Integrated gradients with 50 steps of the article's model, for the 20 items of a list, a history of 20 items behind it. */
final class ExplainingWork implements Work {
    private static final int LIST = 20;
    private static final int STEPS = 50;

    @Override
    public String name() {
        return "explaining-list";
    }

    @Override
    public String description() {
        return "cnn, integrated gradients, 50 steps, the 20 items of a list";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public boolean moreIsBetter() {
        return false;
    }

    @Override
    public boolean usesThreads() {
        return false;
    }

    @Override
    public Reading measure(Conditions conditions) {
        Cnn model = model(conditions.seed());
        IntegratedGradients method = new IntegratedGradients();
        int[] history = new int[model.maxHistory()];
        Arrays.setAll(history, i -> 100 + 37 * i);
        Query query = Query.of(5, history);
        return new Windows(conditions).millisecondsPerStep(() -> {
            for (int item = 1; item <= LIST; item++) {
                method.explain(model, new ExplanationRequest(query, item, STEPS), JobContext.quiet());
            }
        });
    }

    private static Cnn model(long seed) {
        IdIndex users = SpeedShop.userIds();
        IdIndex items = SpeedShop.itemIds();
        CnnSettings settings = CnnSettings.DEFAULTS;
        return new Cnn(
                users, items, settings, Parameters.initial(Cnn.network(users.size(), items.size(), settings), seed));
    }
}
