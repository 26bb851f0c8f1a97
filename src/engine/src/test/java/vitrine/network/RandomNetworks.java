package vitrine.network;

import java.util.ArrayList;
import java.util.List;
import vitrine.run.SeededRandom;

/**
 * Networks of random layers and sizes: two sequences (looked up, and given as numbers), a mask, then layers drawn until
 * every kind had its turn, each wired to what fits, and a dense layer that reads all ends.
 */
public final class RandomNetworks {
    private final SeededRandom random;
    private final int positions;
    private final int rows;
    private final List<Layer> layers = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private final List<String> vectors = new ArrayList<>();

    private RandomNetworks(long seed) {
        this.random = new SeededRandom(seed);
        this.positions = 1 + random.nextInt(6);
        this.rows = 2 + random.nextInt(9);
    }

    public static Network of(long seed) {
        return new RandomNetworks(seed).build();
    }

    private int size() {
        return 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 9);
    }

    private Activation activation() {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private int width(String name) {
        return new Network(layers).shape(name).width();
    }

    private String add(Layer layer, List<String> ends) {
        layers.add(layer);
        ends.add(layer.name());
        return layer.name();
    }

    private Network build() {
        int width = size();
        layers.add(new Layer.IdInput("ids", positions));
        layers.add(new Layer.IdInput("one", 1));
        layers.add(new Layer.ValueInput("mask", positions, 1));
        layers.add(new Layer.ValueInput("slots", 1, 1));
        add(new Layer.ValueInput("numbers", positions, size()), sequences);
        add(new Layer.Embedding("tokens", "ids", "table", rows, width), sequences);
        add(new Layer.Embedding("candidate", "one", "table", rows, width), vectors);
        add(new Layer.EmbeddingBag("bag", "ids", "mask", "table", rows, width, pooling()), vectors);
        add(new Layer.EmbeddingBag("own-bag", "ids", "mask", "bags", rows, size(), pooling()), vectors);
        for (int i = 0; i < 5; i++) {
            sequence("s" + i);
        }
        for (int i = 0; i < 3; i++) {
            pool("p" + i);
        }
        for (int i = 0; i < 5; i++) {
            vector("v" + i);
        }
        layers.add(new Layer.CandidateLogits("logits-each", "ids", "numbers", "classes", rows));
        layers.add(new Layer.CandidateLogits("logits-all", "ids", "own-bag", "own-classes", rows));
        layers.add(new Layer.Sum("logits", List.of("logits-each", "logits-all")));
        add(new Layer.Dense("read-logits", "logits", 2, Activation.IDENTITY), vectors);
        layers.add(new Layer.Concatenate("ends", List.copyOf(vectors)));
        layers.add(new Layer.Dense("out", "ends", 1 + random.nextInt(3), activation()));
        return new Network(layers);
    }

    private Layer.EmbeddingBag.Pooling pooling() {
        return random.nextInt(2) == 0 ? Layer.EmbeddingBag.Pooling.SUM : Layer.EmbeddingBag.Pooling.MEAN;
    }

    private void sequence(String name) {
        String x = any(sequences);
        switch (random.nextInt(8)) {
            case 0 -> add(new Layer.Conv1D(name, x, size(), 1 + 2 * random.nextInt(3), activation()), sequences);
            case 1 -> add(new Layer.Gru(name, x, "mask", size()), sequences);
            case 2 -> add(new Layer.Scale(name, x, "mask"), sequences);
            case 3 -> add(new Layer.Concatenate(name, List.of(x, any(sequences), x)), sequences);
            case 4 -> add(new Layer.Product(name, x, x), sequences);
            case 5 -> add(new Layer.Activate(name, x, activation()), sequences);
            case 6 -> add(new Layer.Bias(name, x), sequences);
            default -> {
                layers.add(new Layer.Repeat(name + "-channels", "candidate", positions));
                add(new Layer.Product(name, "tokens", name + "-channels"), sequences);
            }
        }
    }

    private void pool(String name) {
        String x = any(sequences);
        switch (random.nextInt(4)) {
            case 0 -> add(new Layer.WeightedMean(name, x, "mask", "slots"), vectors);
            case 1 -> add(new Layer.GlobalAverage(name, x, "mask"), vectors);
            case 2 -> add(new Layer.GlobalMax(name, x, "mask"), vectors);
            default -> add(new Layer.Position(name, x, random.nextInt(positions)), vectors);
        }
    }

    private void vector(String name) {
        String x = any(vectors);
        switch (random.nextInt(8)) {
            case 0, 1 -> add(new Layer.Dense(name, x, size(), activation()), vectors);
            case 2 -> add(new Layer.L2Normalise(name, x), vectors);
            case 3 -> add(new Layer.Dropout(name, x, 0.5), vectors);
            case 4 -> add(new Layer.Sum(name, List.of(x, x, x)), vectors);
            case 5 -> {
                String deviation = add(new Layer.Dense(name + "-v", x, width(x), Activation.IDENTITY), vectors);
                add(new Layer.GaussianSample(name, x, deviation), vectors);
            }
            case 6 -> add(new Layer.Dense(name, any(sequences), size(), activation()), vectors);
            default -> add(new Layer.Activate(name, x, activation()), vectors);
        }
    }
}
