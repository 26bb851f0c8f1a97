package vitrine.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.PeerNetworks;
import vitrine.run.WrongUsageException;

/** Everything that is measured, in the order of printing. */
public final class Works {
    private Works() {}

    public static List<Work> all() {
        List<Work> works = new ArrayList<>();
        for (int batch : new int[] {256, 1024, 4096}) {
            works.add(new TrainingWork(
                    "neumf-training-" + batch,
                    "NeuMF, 8 factors and a perceptron of 32-16-8, batch " + batch,
                    batch,
                    "examples/s",
                    Pairs.of(
                            NeuMf.network(SpeedShop.USERS, SpeedShop.ITEMS, NeuMfSettings.DEFAULTS),
                            (training, e, user, item) -> {
                                training.ids("user")[e] = user;
                                training.ids("item")[e] = item;
                            })));
        }
        for (int batch : new int[] {256, 1024}) {
            works.add(new TrainingWork(
                    "convolution-training-" + batch,
                    "two embeddings of 16, 32 filters of 3, batch " + batch,
                    batch,
                    "examples/s",
                    Pairs.of(
                            PeerNetworks.twoEmbeddingConvolution(SpeedShop.USERS, SpeedShop.ITEMS),
                            (training, e, user, item) -> {
                                training.ids("pair")[2 * e] = user;
                                training.ids("pair")[2 * e + 1] = SpeedShop.USERS + item;
                                Arrays.fill(training.values("ones"), 2 * e, 2 * e + 2, 1f);
                            })));
        }
        works.add(
                new TrainingWork("multvae-training-256", "Mult-VAE 600-200-600, batch 256", 256, "users/s", Bags::new));
        works.add(new TrainingWork(
                "gru-training-256",
                "GRU of 64 over 20 steps, softmax over all items after the last, batch 256",
                256,
                "targets/s",
                Sequences::amongAll));
        works.add(new TrainingWork(
                "gru-sampled-training-256",
                "GRU of 64, softmax over 64 sampled items after each of 20 steps, batch 256",
                256,
                256 * Sequences.STEPS,
                "targets/s",
                Sequences.amongSome(64)));
        works.add(new RankingWork("neumf-one-user", false));
        works.add(new RankingWork("neumf-all-users", true));
        works.add(new ExplainingWork());
        works.add(new FirstScoreWork());
        return works;
    }

    /** @throws WrongUsageException when there is no such work; the message names those there are */
    public static Work named(String name) {
        return all().stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException("There is no work " + name + " to measure; there are "
                        + all().stream().map(Work::name).collect(Collectors.joining(", ")) + "."));
    }
}
