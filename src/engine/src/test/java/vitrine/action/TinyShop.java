package vitrine.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

/** A shop in files: everybody walks around a circle of products, one a day, and skips some. Trains in a blink. */
final class TinyShop {
    static final int USERS = 40;
    static final int ITEMS = 26;
    static final Map<String, String> QUICK =
            Map.of("epochs", "6", "batch", "100", "lr", "0.01", "dim", "8", "filters", "8", "history", "12");
    static final Map<String, String> QUICK_NEUMF =
            Map.of("epochs", "6", "batch", "100", "lr", "0.01", "factors", "4", "layers", "8,4");
    static final Map<String, String> QUICK_GRU = Map.of(
            "epochs", "6", "batch", "8", "lr", "0.02", "dim", "8", "hidden", "12", "history", "12", "negatives", "20");
    static final Map<String, String> QUICK_MULTVAE =
            Map.of("epochs", "6", "batch", "8", "lr", "0.01", "hidden", "16", "latent", "8", "anneal", "20");
    static final Map<String, String> QUICK_CONTEXT =
            Map.of("epochs", "6", "batch", "100", "lr", "0.01", "dim", "4", "layers", "8,4", "history", "12");
    static final JobContext TWO_THREADS = new JobContext(Progress.NONE, CancellationToken.NEVER, 2);

    final Path folder;
    final DataOptions data;

    TinyShop(Path folder) {
        this(folder, USERS);
    }

    /** As many walkers as wished: calibration needs a hundred. */
    TinyShop(Path folder, int users) {
        this.folder = folder;
        Path log = folder.resolve("orders.csv");
        Path items = folder.resolve("products.csv");
        StringBuilder rows = new StringBuilder("user,item,time,event\n");
        for (int user = 0; user < users; user++) {
            SeededRandom random = SeededRandom.stream(1, "walk", user);
            int at = random.nextInt(ITEMS);
            for (int day = 1; day <= 14; day++) {
                at += random.nextInt(10) == 0 ? 2 : 1;
                rows.append("u%03d,%s,2024-01-%02dT10:00:00Z,purchase\n".formatted(user, item(at), day));
            }
        }
        StringBuilder titles = new StringBuilder("item,title\n");
        for (int item = 0; item < ITEMS; item++) {
            titles.append(item(item)).append(",Product ").append(letter(item)).append('\n');
        }
        write(log, rows.toString());
        write(items, titles.toString());
        this.data = DataOptions.of(log).withItems(items);
    }

    static String item(int place) {
        return "%04d".formatted(100 + Math.floorMod(place, ITEMS));
    }

    static char letter(int item) {
        return (char) ('A' + item);
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in the shop's folder. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrainRequest training(String model, Path out) {
        return new TrainRequest(data, model, "loo", quick(model), 42, Optional.of(out), true);
    }

    /** What makes a model train in a blink. */
    static Map<String, String> quick(String model) {
        return switch (model) {
            case "cnn" -> QUICK;
            case "neumf" -> QUICK_NEUMF;
            case "gru" -> QUICK_GRU;
            case "multvae" -> QUICK_MULTVAE;
            case "context" -> QUICK_CONTEXT;
            default -> Map.of();
        };
    }

    /** Trains a model under this name with the leave-one-out split. */
    Path trained(String model) {
        Path out = folder.resolve(model + ".vitrine");
        new TrainAction().run(training(model, out), TWO_THREADS);
        return out;
    }

    /** The same without histories. */
    Path trainedWithoutHistories(String model) {
        Path out = folder.resolve(model + "-bare.vitrine");
        TrainRequest full = training(model, out);
        new TrainAction()
                .run(
                        new TrainRequest(
                                full.data(), model, full.split(), full.parameters(), full.seed(), full.out(), false),
                        TWO_THREADS);
        return out;
    }
}
