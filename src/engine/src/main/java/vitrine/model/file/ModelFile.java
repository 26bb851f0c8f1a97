package vitrine.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.Calibration;
import vitrine.model.ContextRecommender;
import vitrine.model.LayeredRecommender;
import vitrine.model.Recommender;
import vitrine.provenance.DataFingerprint;
import vitrine.run.AtomicFiles;
import vitrine.run.BadInputException;
import vitrine.run.CheckedZip;

/**
 * A trained model in one file: a zip of {@code manifest.json}, {@code weights.safetensors}, {@code users.txt}, {@code
 * items.txt}, {@code catalog.jsonl}, of a model that reads attributes and context {@code features.json}, of one whose scores
 * become probabilities {@code calibration.json}, and, unless left out, {@code log.safetensors}. Data, never code; no clock, duration or
 * thread count, so the same training gives the same bytes. Written whole or not at all; read with every size, hash, shape
 * and value checked.
 */
public final class ModelFile {
    private static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String USERS = "users.txt";
    private static final String ITEMS = "items.txt";
    private static final String CATALOG = "catalog.jsonl";
    private static final String LOG = "log.safetensors";
    private static final String FEATURES = "features.json";
    private static final String CALIBRATION = "calibration.json";
    static final List<String> PARTS = List.of(
            MANIFEST,
            WEIGHTS,
            USERS,
            ITEMS,
            CATALOG,
            LOG,
            FEATURES,
            CALIBRATION,
            CheckpointFile.TRAINING,
            CheckpointFile.STATE,
            CheckpointFile.OPTIMIZER);
    static final String REMEDY = "Nothing was loaded; train the model again, or take a fresh copy of the file.";
    private static final CheckedZip ZIP =
            new CheckedZip("model file", "Train one with: train ... --out FILE.", REMEDY, PARTS);

    private ModelFile() {}

    /** @throws vitrine.run.CannotAnswerException when models of that name cannot be kept in a file */
    public static void requireKept(String model) {
        Codecs.named(model);
    }

    /** @throws BadInputException when the place cannot be written; an older file there is then untouched */
    public static void write(TrainedModel model, Path target) {
        write(model, Map.of(), ModelFile::packsTooWell, target);
    }

    /**
     * @param more parts beside those of the model
     * @param stored whether a part of this content is to be stored as it is, not packed
     */
    static void write(TrainedModel model, Map<String, byte[]> more, Predicate<byte[]> stored, Path target) {
        AtomicFiles.write(target, out -> {
            Map<String, byte[]> parts = parts(model);
            parts.putAll(more);
            ZipOutputStream zip = new ZipOutputStream(out);
            byte[] manifest = Manifest.JSON.writeValueAsBytes(manifest(model, parts));
            entry(zip, MANIFEST, manifest, stored.test(manifest));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                entry(zip, part.getKey(), part.getValue(), stored.test(part.getValue()));
            }
            zip.finish();
        });
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Not midnight: Java then writes the time once more, in the machine's time zone.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 12, 0));
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A part that would pack so well that a reader takes it for a bomb (thousands of empty lines) is stored as it is. */
    private static boolean packsTooWell(byte[] content) {
        if (content.length <= CheckedZip.SMALL) {
            return false;
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            int suspicious = (int) (2L * content.length / CheckedZip.RATIO_CAP);
            return deflater.deflate(new byte[suspicious]) < suspicious;
        } finally {
            deflater.end();
        }
    }

    private static Map<String, byte[]> parts(TrainedModel model) throws IOException {
        Recommender recommender = model.recommender();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(WEIGHTS, safetensors(Codecs.of(recommender).encode(recommender)));
        parts.put(USERS, TextParts.ids(recommender.users()));
        parts.put(ITEMS, TextParts.ids(recommender.items()));
        parts.put(CATALOG, TextParts.catalog(model.catalog()));
        if (Codecs.of(recommender).hasFeatures()) {
            parts.put(FEATURES, Codecs.of(recommender).features(recommender));
        }
        if (model.calibration().isPresent()) {
            parts.put(CALIBRATION, CalibrationPart.write(model.calibration().get()));
        }
        if (model.log().isPresent()) {
            parts.put(LOG, safetensors(log(model.log().get(), recommender)));
        }
        return parts;
    }

    private static Map<String, RawTensor> log(InteractionLog log, Recommender recommender) {
        return recommender instanceof ContextRecommender context
                ? LogTensors.encode(log, context.features())
                : LogTensors.encode(log);
    }

    static byte[] safetensors(Map<String, RawTensor> tensors) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Safetensors.write(tensors, bytes);
        return bytes.toByteArray();
    }

    private static Manifest manifest(TrainedModel model, Map<String, byte[]> parts) {
        SortedMap<String, Manifest.Part> files = new TreeMap<>();
        parts.forEach((name, bytes) -> files.put(
                name, new Manifest.Part(bytes.length, DataFingerprint.sha256(digest -> digest.update(bytes)))));
        Recommender recommender = model.recommender();
        return new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                recommender.name(),
                Codecs.of(recommender).settings(recommender),
                layers(recommender),
                model.provenance(),
                files);
    }

    private static List<String> layers(Recommender recommender) {
        return recommender instanceof LayeredRecommender layered
                ? layered.network().layers().stream().map(Object::toString).toList()
                : List.of();
    }

    /** @throws BadInputException when the file is missing, damaged, hostile or of a newer format; nothing is loaded */
    public static TrainedModel read(Path file) {
        return open(file).model();
    }

    /** A model with the parts of its file, as many bytes as the manifest says and with its hashes. */
    record Opened(TrainedModel model, Map<String, byte[]> parts) {}

    static Opened open(Path file) {
        String what = String.valueOf(file);
        Map<String, byte[]> parts = ZIP.read(file);
        Manifest manifest = manifest(part(parts, MANIFEST, what), what);
        for (Map.Entry<String, Manifest.Part> claim : manifest.files().entrySet()) {
            byte[] bytes = part(parts, claim.getKey(), what);
            boolean same = claim.getValue() != null
                    && bytes.length == claim.getValue().bytes()
                    && DataFingerprint.sha256(digest -> digest.update(bytes))
                            .equals(claim.getValue().sha256());
            Codecs.require(same, what, claim.getKey() + " is not what the manifest says");
        }
        Codecs.require(
                manifest.files().size() == parts.size() - 1 && !manifest.files().containsKey(MANIFEST),
                what,
                "it holds parts the manifest does not name");
        return new Opened(assemble(manifest, parts, what), parts);
    }

    private static TrainedModel assemble(Manifest manifest, Map<String, byte[]> parts, String what) {
        IdIndex users = TextParts.ids(part(parts, USERS, what), what + ", " + USERS);
        IdIndex items = TextParts.ids(part(parts, ITEMS, what), what + ", " + ITEMS);
        Catalog catalog = TextParts.catalog(part(parts, CATALOG, what), items, what + ", " + CATALOG);
        String weights = what + ", " + WEIGHTS;
        ModelCodec codec = Codecs.named(manifest.model(), what);
        Codecs.require(
                codec.hasFeatures() == parts.containsKey(FEATURES),
                what,
                "the meaning of attributes is missing, or the model reads none");
        Map<String, RawTensor> tensors = Safetensors.read(part(parts, WEIGHTS, what), weights);
        Recommender recommender = codec.hasFeatures()
                ? codec.decode(
                        users,
                        items,
                        manifest.settings(),
                        tensors,
                        FeaturesPart.read(part(parts, FEATURES, what), what + ", " + FEATURES),
                        weights)
                : codec.decode(users, items, manifest.settings(), tensors, weights);
        Codecs.require(
                manifest.layers().equals(layers(recommender)), what, "its layers are not those of the model it names");
        Optional<InteractionLog> log = Optional.ofNullable(parts.get(LOG)).map(bytes -> {
            String where = what + ", " + LOG;
            Map<String, RawTensor> columns = Safetensors.read(bytes, where);
            return recommender instanceof ContextRecommender context
                    ? LogTensors.decode(columns, users, items, context.features(), where)
                    : LogTensors.decode(columns, users, items, where);
        });
        Optional<Calibration> calibration = Optional.ofNullable(parts.get(CALIBRATION))
                .map(bytes -> CalibrationPart.read(bytes, what + ", " + CALIBRATION));
        return new TrainedModel(recommender, catalog, log, manifest.provenance(), calibration);
    }

    private static Manifest manifest(byte[] bytes, String what) {
        Manifest manifest;
        try {
            manifest = Manifest.JSON.readValue(bytes, Manifest.class);
        } catch (JsonProcessingException e) {
            throw Safetensors.damaged(what, "its manifest cannot be read");
        } catch (IOException e) {
            throw new BadInputException(what + " cannot be read: " + e.getMessage() + ".", e);
        }
        Codecs.require(manifest.format().equals(Manifest.FORMAT), what, "it is not a Vitrine model");
        Codecs.require(manifest.version() >= 1, what, "its format version is impossible");
        if (manifest.version() > Manifest.VERSION) {
            throw new BadInputException(what + " was written by a newer Vitrine (format " + manifest.version()
                    + "; this one reads up to " + Manifest.VERSION + "). Update Vitrine to open it.");
        }
        return manifest;
    }

    private static byte[] part(Map<String, byte[]> parts, String name, String what) {
        byte[] bytes = parts.get(name);
        if (bytes == null) {
            throw Safetensors.damaged(what, name + " is missing");
        }
        return bytes;
    }
}
