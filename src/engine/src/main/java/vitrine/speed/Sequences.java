package vitrine.speed;

import java.util.function.BiFunction;
import vitrine.network.PeerNetworks;
import vitrine.network.SampledSoftmax;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Training;
import vitrine.run.SeededRandom;

/**
 * Batches of twenty items a user bought and what came next, for GRU4Rec. Token 0 is an empty slot, items count from 1.
 * Either the last step's next item is found among all, or every step's among some drawn.
 */
final class Sequences implements TrainingWork.Lesson {
    static final int STEPS = 20;
    private static final int TOKENS = 1 + SpeedShop.ITEMS;
    private static final String CANDIDATES = "candidates";

    private final SpeedShop shop;
    private final Training training;
    private final int batch;
    private final long seed;
    private final int candidates;

    private Sequences(int batch, long seed, int candidates) {
        this.shop = new SpeedShop(seed);
        this.batch = batch;
        this.seed = seed;
        this.candidates = candidates;
        this.training = candidates == 0
                ? Lessons.training(PeerNetworks.gru4Rec(TOKENS, STEPS), new SoftmaxCrossEntropy(), batch, seed)
                : Lessons.training(
                        PeerNetworks.gru4RecSampled(TOKENS, STEPS, candidates),
                        new SampledSoftmax(CANDIDATES, candidates),
                        batch,
                        seed);
    }

    static TrainingWork.Lesson amongAll(int batch, long seed) {
        return new Sequences(batch, seed, 0);
    }

    /** @param candidates for each step, the right one included */
    static BiFunction<Integer, Long, TrainingWork.Lesson> amongSome(int candidates) {
        return (batch, seed) -> new Sequences(batch, seed, candidates);
    }

    @Override
    public Training training() {
        return training;
    }

    @Override
    public void place(int number) {
        SeededRandom random = SeededRandom.stream(seed, "sequences", number);
        int[] tokens = training.ids("tokens");
        float[] mask = training.values("mask");
        for (int e = 0; e < batch; e++) {
            int purchase = random.nextInt(shop.purchases());
            int first = shop.start(shop.user(purchase));
            for (int s = 0; s < STEPS; s++) {
                int at = purchase - STEPS + s;
                tokens[e * STEPS + s] = at < first ? 0 : 1 + shop.item(at);
                mask[e * STEPS + s] = at < first ? 0f : 1f;
            }
            if (candidates == 0) {
                training.targets().classes()[e] = 1 + shop.item(purchase);
            } else {
                draw(e, tokens, 1 + shop.item(purchase), random);
            }
        }
    }

    /** For each step the next token, then others as popular as the shop's purchases are. */
    private void draw(int example, int[] tokens, int last, SeededRandom random) {
        int[] ids = training.ids(CANDIDATES);
        for (int s = 0; s < STEPS; s++) {
            int token = example * STEPS + s;
            int first = token * candidates;
            int right = s + 1 == STEPS ? last : tokens[token + 1];
            ids[first] = tokens[token] == 0 ? -1 : right;
            for (int c = 1; c < candidates; c++) {
                ids[first + c] = 1 + shop.item(random.nextInt(shop.purchases()));
            }
        }
    }
}
