package vitrine.speed;

import java.util.Arrays;
import vitrine.network.PeerNetworks;
import vitrine.network.Training;

/** Batches of users with everything they bought, for Mult-VAE. */
final class Bags implements TrainingWork.Lesson {
    private final SpeedShop shop;
    private final Training training;
    private final int batch;
    private final int slots;

    Bags(int batch, long seed) {
        this.shop = new SpeedShop(seed);
        this.batch = batch;
        this.slots = shop.longestHistory();
        this.training =
                Lessons.training(PeerNetworks.multVae(SpeedShop.ITEMS, slots), PeerNetworks.multVaeLoss(), batch, seed);
    }

    @Override
    public Training training() {
        return training;
    }

    @Override
    public void place(int number) {
        int[] ids = training.ids("items");
        float[] counts = training.values("counts");
        for (int e = 0; e < batch; e++) {
            int user = (int) (((long) number * batch + e) % SpeedShop.USERS);
            int first = shop.start(user);
            int count = shop.start(user + 1) - first;
            for (int i = 0; i < count; i++) {
                ids[e * slots + i] = shop.item(first + i);
            }
            Arrays.fill(counts, e * slots, e * slots + count, 1f);
            Arrays.fill(counts, e * slots + count, (e + 1) * slots, 0f);
        }
    }
}
