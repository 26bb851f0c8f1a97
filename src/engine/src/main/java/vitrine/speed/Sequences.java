package vitrine.speed;

import vitrine.network.PeerNetworks;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Training;
import vitrine.run.SeededRandom;

/** Batches of a user's last twenty items and the next one, for GRU4Rec. Token 0 is an empty slot, items count from 1. */
final class Sequences implements TrainingWork.Lesson {
    static final int STEPS = 20;
    private final SpeedShop shop;
    private final Training training;
    private final int batch;
    private final long seed;

    Sequences(int batch, long seed) {
        this.shop = new SpeedShop(seed);
        this.batch = batch;
        this.seed = seed;
        this.training = Lessons.training(
                PeerNetworks.gru4Rec(1 + SpeedShop.ITEMS, STEPS), new SoftmaxCrossEntropy(), batch, seed);
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
            training.targets().classes()[e] = 1 + shop.item(purchase);
        }
    }
}
