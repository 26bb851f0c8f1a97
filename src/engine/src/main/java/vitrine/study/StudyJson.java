package vitrine.study;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** How a study writes requests: maps sorted, files inside the study folder relative to it, so that the folder can move. */
final class StudyJson {
    private StudyJson() {}

    /** For documents without files. */
    static JsonMapper plain() {
        return builder().build();
    }

    static JsonMapper forFolder(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        return builder()
                .addModule(new SimpleModule()
                        .addSerializer(Path.class, new PathWriter(home))
                        .addDeserializer(Path.class, new PathReader(home)))
                .build();
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static final class PathWriter extends StdScalarSerializer<Path> {
        private static final long serialVersionUID = 1L;
        private final transient Path home;

        PathWriter(Path home) {
            super(Path.class);
            this.home = home;
        }

        @Override
        public void serialize(Path file, JsonGenerator out, SerializerProvider provider) throws IOException {
            Path absolute = file.toAbsolutePath().normalize();
            Path stored = absolute.startsWith(home) ? home.relativize(absolute) : absolute;
            out.writeString(stored.toString().replace(File.separatorChar, '/'));
        }
    }

    private static final class PathReader extends StdScalarDeserializer<Path> {
        private static final long serialVersionUID = 1L;
        private final transient Path home;

        PathReader(Path home) {
            super(Path.class);
            this.home = home;
        }

        @Override
        public Path deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return home.resolve(in.getValueAsString("")).normalize();
        }
    }
}
