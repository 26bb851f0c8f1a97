package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;

class NativeSpaceTest {
    @TempDir
    Path temp;

    @Test
    void a_full_disk_is_named_before_anything_is_unpacked() {
        String message =
                String.valueOf(assertThrows(BadInputException.class, () -> NativeSpace.require(temp, Long.MAX_VALUE))
                        .getMessage());
        assertTrue(message.contains(temp.toString()) && message.contains("VITRINE_HOME"), message);
    }

    @Test
    void room_enough_or_libraries_already_there_is_fine() throws IOException {
        assertDoesNotThrow(() -> NativeSpace.require(temp.resolve("new/folder"), 1));
        Files.createDirectories(temp.resolve("used/nd4j"));
        assertDoesNotThrow(() -> NativeSpace.require(temp.resolve("used"), Long.MAX_VALUE));
        assertDoesNotThrow(() -> NativeSpace.require());
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        String message =
                String.valueOf(assertThrows(BadInputException.class, () -> NativeSpace.require(file.resolve("x"), 1))
                        .getMessage());
        assertTrue(message.contains("cannot be unpacked"), message);
    }
}
