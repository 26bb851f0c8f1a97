package vitrine.model.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import vitrine.data.Catalog;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.Bpr;
import vitrine.model.BprSettings;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.DeepContext;
import vitrine.model.DeepContextSettings;
import vitrine.model.Ease;
import vitrine.model.FeatureSpace;
import vitrine.model.Gru;
import vitrine.model.GruSettings;
import vitrine.model.InteractionMatrix;
import vitrine.model.ItemKnn;
import vitrine.model.MultVae;
import vitrine.model.MultVaeSettings;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.model.Popularity;
import vitrine.model.Recommender;
import vitrine.model.feature.FeatureChoice;
import vitrine.model.feature.FeatureTable;
import vitrine.network.Parameters;
import vitrine.provenance.DataFingerprint;
import vitrine.provenance.Provenance;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/** Small models with awkward ids, and zips taken apart and put together again. */
final class SampleModels {
    static final List<String> USERS = List.of("007", "", " a ", "new\nline", "back\\slash", "r\rn", "茶客", "🍵");
    static final List<String> ITEMS =
            List.of("i\\n", "1,2", "\"q\"", "纸灯笼", "🎏🎏", "\\", "\n", "x\u2028y", "t\tt", "{}");
    static final CnnSettings SIZES = new CnnSettings(3, 4, 3, 4);

    private SampleModels() {}

    static InteractionLog log() {
        InteractionLog.Builder builder = new InteractionLog.Builder(IdIndex.of(USERS), IdIndex.of(ITEMS));
        SeededRandom random = new SeededRandom(1);
        for (int row = 0; row < 60; row++) {
            builder.add(
                    random.nextInt(USERS.size()),
                    random.nextInt(ITEMS.size()),
                    1_700_000_000_000L + row / 2,
                    EventType.values()[row % EventType.values().length],
                    row % 5 == 0 ? Float.NaN : row,
                    row % 3 == 0 ? Float.NaN : row * .5f,
                    row % 7 == 0 ? 0 : 1);
        }
        return builder.build();
    }

    static Catalog catalog() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        // The first item lacks the first attribute, and one attribute is known of no item.
        columns.put("title", new String[] {"", "Tea", "灯", "", "a\nb", "\"", "\\", "🎏", "", "z"});
        columns.put("brand", new String[] {"b", "", "", "", "c", "", "", "", "", ""});
        columns.put("category", new String[] {"k", "l", "", "", "", "", "", "", "", "m"});
        return new Catalog(IdIndex.of(ITEMS), columns);
    }

    static TrainedModel trained(Recommender recommender) {
        Provenance provenance = Provenance.of(
                DataFingerprint.sha256(d -> d.update((byte) 1)),
                "loo",
                1L << 40,
                Map.of("lr", .003, "epochs", 7, "weight-decay", 0.0, "word", "名"));
        return new TrainedModel(recommender, catalog(), Optional.of(log()), provenance);
    }

    static Recommender cnn() {
        Parameters parameters = Parameters.initial(Cnn.network(USERS.size(), ITEMS.size(), SIZES), 5);
        return new Cnn(IdIndex.of(USERS), IdIndex.of(ITEMS), SIZES, parameters);
    }

    static Recommender neuMf() {
        NeuMfSettings sizes = new NeuMfSettings(2, List.of(4, 3));
        Parameters parameters = Parameters.initial(NeuMf.network(USERS.size(), ITEMS.size(), sizes), 5);
        return new NeuMf(IdIndex.of(USERS), IdIndex.of(ITEMS), sizes, parameters);
    }

    static Recommender bpr() {
        BprSettings sizes = new BprSettings(3);
        Parameters parameters = Parameters.initial(Bpr.network(USERS.size(), ITEMS.size(), sizes), 5);
        return new Bpr(IdIndex.of(USERS), IdIndex.of(ITEMS), sizes, parameters);
    }

    static Recommender gru() {
        GruSettings sizes = new GruSettings(3, 4, 4);
        Parameters parameters = Parameters.initial(Gru.network(ITEMS.size(), sizes, sizes.history(), 1), 5);
        return new Gru(IdIndex.of(USERS), IdIndex.of(ITEMS), sizes, parameters);
    }

    static Recommender multVae() {
        MultVaeSettings sizes = new MultVaeSettings(4, 2);
        Parameters parameters = Parameters.initial(MultVae.network(ITEMS.size(), sizes, 1), 5);
        return new MultVae(IdIndex.of(USERS), IdIndex.of(ITEMS), sizes, parameters);
    }

    /** Two attributes of users, one a number; three of items; two regions, no device. */
    static Recommender context() {
        FeatureTable users = FeatureChoice.of(userCatalog(), Set.of());
        FeatureTable items = FeatureChoice.of(itemCatalog(), Set.of());
        FeatureSpace space = new FeatureSpace(IdIndex.of(List.of("北", "a\"b")), IdIndex.of(List.of()), users, items);
        DeepContextSettings sizes = new DeepContextSettings(2, List.of(4, 3), 3);
        BitSet known = new BitSet();
        known.set(1, 6);
        Parameters parameters = Parameters.initial(DeepContext.network(USERS.size(), ITEMS.size(), sizes, space), 5);
        return new DeepContext(
                IdIndex.of(USERS), IdIndex.of(ITEMS), sizes, space, known, (BitSet) known.clone(), parameters);
    }

    private static Catalog userCatalog() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        columns.put("segment", new String[] {"s", "t", "s", "t", "", "灯", "灯", "s"});
        columns.put("price", new String[] {"1", "2", "", "4", "5", "6", "7", "8e3"});
        return new Catalog(IdIndex.of(USERS), columns);
    }

    private static Catalog itemCatalog() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        columns.put("brand", new String[] {"b", "", "", "", "c", "", "", "", "", ""});
        columns.put("category", new String[] {"k", "l", "", "", "", "", "", "", "", "m"});
        columns.put("price", new String[] {"1.5", "2", "", "4", "5", "6", "7", "8", "9", "10"});
        return new Catalog(IdIndex.of(ITEMS), columns);
    }

    static List<Recommender> all() {
        InteractionLog log = log();
        InteractionMatrix matrix =
                InteractionMatrix.of(log, IntStream.range(0, log.size()).toArray());
        return List.of(
                cnn(),
                ItemKnn.fit(matrix, 3, JobContext.quiet()),
                Popularity.fit(matrix),
                neuMf(),
                Ease.fit(matrix, 2, JobContext.quiet()),
                bpr(),
                gru(),
                multVae(),
                context());
    }

    static Map<String, byte[]> parts(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts {@code content} into the part {@code name} and gives the manifest its true size and hash. */
    static Map<String, byte[]> forged(Map<String, byte[]> parts, String name, byte[] content) {
        Map<String, byte[]> forged = new LinkedHashMap<>(parts);
        byte[] old = forged.put(name, content);
        String manifest = text(forged, "manifest.json");
        String before = "{\"bytes\":" + (old == null ? 0 : old.length) + ",\"sha256\":\"" + hash(old) + "\"}";
        String after = "{\"bytes\":" + content.length + ",\"sha256\":\"" + hash(content) + "\"}";
        if (!manifest.contains(before)) {
            throw new AssertionError(before + " is not in " + manifest);
        }
        forged.put("manifest.json", manifest.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return forged;
    }

    static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        return DataFingerprint.sha256(digest -> digest.update(bytes == null ? new byte[0] : bytes));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
