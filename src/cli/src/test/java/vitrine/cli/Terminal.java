package vitrine.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vitrine.run.CancellationSource;

/** A command line over fake verbs, with what it printed. */
final class Terminal {
    static final Path LOG = Path.of("logs", "vitrine.log");

    final Fakes fakes = new Fakes();
    final CancellationSource cancellation = new CancellationSource();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Optional<Path> log = Optional.of(LOG);

    Terminal withoutLog() {
        log = Optional.empty();
        return this;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(out, err, false);
        return new Application(fakes.verbs(), console, cancellation, Path.of("sample-data"), () -> log).run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Standard output as the one JSON document it must be. */
    JsonNode json() throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out());
    }

    static List<String> fields(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
