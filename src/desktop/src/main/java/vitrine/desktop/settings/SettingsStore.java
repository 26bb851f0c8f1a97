package vitrine.desktop.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vitrine.run.AtomicFiles;
import vitrine.run.VitrineException;

/** Reads and writes {@code settings.json}. Settings are a comfort: a damaged file is replaced, a read-only folder ignored. */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final JsonMapper json = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param folder the user's folder */
    public SettingsStore(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    public Settings load() {
        Settings settings = new Settings();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                settings.take(json.readValue(Files.readAllBytes(file), SettingsRecord.class));
            }
        } catch (IOException e) {
            LOG.warn("{} could not be read; the defaults are taken", file, e);
        }
        return settings;
    }

    public synchronized void save(SettingsRecord settings) {
        try {
            byte[] bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(settings);
            AtomicFiles.write(file, out -> out.write(bytes));
        } catch (IOException | VitrineException e) {
            LOG.warn("{} could not be written", file, e);
        }
    }
}
