package vitrine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.StringWriter;

/**
 * A result record as one JSON document: fields in the record's order, numbers independent of the locale, {@code null}
 * where a number is not finite (JSON has no NaN).
 */
final class JsonPrinter {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    String print(Object result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out =
                new FiniteNumbers(json.writerWithDefaultPrettyPrinter().createGenerator(text))) {
            json.writeValue(out, result);
        } catch (IOException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
        return text.append('\n').toString();
    }

    private static final class FiniteNumbers extends JsonGeneratorDelegate {
        FiniteNumbers(JsonGenerator out) {
            super(out);
        }

        @Override
        public void writeNumber(double value) throws IOException {
            if (Double.isFinite(value)) {
                super.writeNumber(value);
            } else {
                writeNull();
            }
        }

        @Override
        public void writeNumber(float value) throws IOException {
            if (Float.isFinite(value)) {
                super.writeNumber(value);
            } else {
                writeNull();
            }
        }

        @Override
        public void writeArray(double[] values, int offset, int length) throws IOException {
            writeStartArray(values, length);
            for (int i = offset; i < offset + length; i++) {
                writeNumber(values[i]);
            }
            writeEndArray();
        }
    }
}
