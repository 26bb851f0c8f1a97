package vitrine.speed;

import java.util.function.BiFunction;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Network;
import vitrine.network.Training;
import vitrine.run.SeededRandom;

/** Batches of users with items, one bought to four that were not, one logit each. */
final class Pairs implements TrainingWork.Lesson {
    private static final int BATCHES = 400;
    private static final int ONE_IN = 5;

    /** Writes a pair into a network's inputs. */
    interface Placement {
        void place(Training training, int example, int user, int item);
    }

    private final Training training;
    private final Placement placement;
    private final int[][] users = new int[BATCHES][];
    private final int[][] items = new int[BATCHES][];
    private final float[][] labels = new float[BATCHES][];

    private Pairs(Network network, Placement placement, int batch, long seed) {
        this.training = Lessons.training(network, new BinaryCrossEntropy(), batch, seed);
        this.placement = placement;
        SpeedShop shop = new SpeedShop(seed);
        SeededRandom random = SeededRandom.stream(seed, "pairs", batch);
        for (int k = 0; k < BATCHES; k++) {
            users[k] = new int[batch];
            items[k] = new int[batch];
            labels[k] = new float[batch];
            for (int e = 0; e < batch; e++) {
                int purchase = random.nextInt(shop.purchases());
                boolean positive = random.nextInt(ONE_IN) == 0;
                users[k][e] = shop.user(purchase);
                items[k][e] = positive ? shop.item(purchase) : shop.notBought(shop.user(purchase), random);
                labels[k][e] = positive ? 1f : 0f;
            }
        }
    }

    static BiFunction<Integer, Long, TrainingWork.Lesson> of(Network network, Placement placement) {
        return (batch, seed) -> new Pairs(network, placement, batch, seed);
    }

    @Override
    public Training training() {
        return training;
    }

    @Override
    public void place(int number) {
        int k = number % BATCHES;
        for (int e = 0; e < users[k].length; e++) {
            placement.place(training, e, users[k][e], items[k][e]);
        }
        System.arraycopy(labels[k], 0, training.targets().labels(), 0, labels[k].length);
    }
}
