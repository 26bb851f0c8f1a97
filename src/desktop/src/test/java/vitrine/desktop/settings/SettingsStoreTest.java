package vitrine.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.desktop.i18n.Language;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void what_was_saved_is_loaded() {
        Settings settings = new Settings();
        settings.darkProperty().set(true);
        settings.languageProperty().set(Language.CHINESE);
        settings.windowProperty().set(new WindowPlace(3, 4, 1300, 800, true));
        settings.screenProperty().set("train");
        settings.studyProperty().set("/a/study");
        SettingsStore store = new SettingsStore(folder);
        store.save(settings.toRecord());
        assertEquals(settings.toRecord(), store.load().toRecord());
    }

    @Test
    void a_first_start_and_a_damaged_file_take_the_defaults() throws Exception {
        SettingsStore store = new SettingsStore(folder);
        assertEquals(new Settings().toRecord(), store.load().toRecord());
        Files.writeString(folder.resolve("settings.json"), "{\"language\": 7");
        assertEquals(new Settings().toRecord(), store.load().toRecord());
    }

    @Test
    void unknown_fields_of_a_newer_version_are_ignored() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"dark\": true, \"hologram\": true}");
        assertEquals(true, new SettingsStore(folder).load().darkProperty().get());
    }

    @Test
    void a_window_is_never_too_small_to_use() {
        assertEquals(WindowPlace.MIN_WIDTH, new WindowPlace(0, 0, 10, 10, false).width());
        assertEquals(WindowPlace.MIN_WIDTH, new WindowPlace(0, 0, Double.NaN, 10, false).width());
    }

    @Test
    void the_users_folder_can_be_moved() {
        assertEquals(Path.of("/x"), UserFolder.of(Map.of("VITRINE_HOME", "/x"), "Linux", "/home/a"));
        assertEquals(Path.of("/home/a/.local/share/vitrine"), UserFolder.of(Map.of(), "Linux", "/home/a"));
        assertEquals(Path.of("/d/vitrine"), UserFolder.of(Map.of("XDG_DATA_HOME", "/d"), "Linux", "/home/a"));
        assertEquals(
                Path.of("/Users/a/Library/Application Support/Vitrine"),
                UserFolder.of(Map.of(), "Mac OS X", "/Users/a"));
        assertEquals(Path.of("/l/Vitrine"), UserFolder.of(Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/u"));
    }
}
