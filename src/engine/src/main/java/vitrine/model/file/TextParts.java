package vitrine.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;

/** Ids and attributes as UTF-8 lines: one id a line (backslash, line feed and carriage return escaped), one JSON object a line. */
final class TextParts {
    private TextParts() {}

    static byte[] ids(IdIndex ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids.ids()) {
            text.append(id.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static IdIndex ids(byte[] bytes, String what) {
        List<String> ids = new ArrayList<>();
        for (String line : lines(bytes, what)) {
            ids.add(unescape(line, what));
        }
        try {
            return IdIndex.of(ids);
        } catch (IllegalArgumentException e) {
            throw Safetensors.damaged(what, "an id occurs twice");
        }
    }

    private static String unescape(String line, String what) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder id = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!escaped && c == '\\') {
                escaped = true;
                continue;
            }
            Codecs.require(!escaped || c == '\\' || c == 'n' || c == 'r', what, "an id holds an unknown escape");
            id.append(escaped && c == 'n' ? '\n' : escaped && c == 'r' ? '\r' : c);
            escaped = false;
        }
        Codecs.require(!escaped, what, "an id ends in a lone backslash");
        return id.toString();
    }

    /** Attributes that have a value, by name, one item a line, in id order; the id itself is the line's number. */
    static byte[] catalog(Catalog catalog) throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < catalog.ids().size(); i++) {
            ObjectNode line = Manifest.JSON.createObjectNode();
            for (String name : new TreeSet<>(catalog.attributes())) {
                catalog.attribute(i, name).ifPresent(value -> line.put(name, value));
            }
            text.append(Manifest.JSON.writeValueAsString(line)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Catalog catalog(byte[] bytes, IdIndex ids, String what) {
        List<String> lines = lines(bytes, what);
        Codecs.require(
                lines.size() == ids.size(), what, "it has " + lines.size() + " lines for " + ids.size() + " items");
        List<JsonNode> rows = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            JsonNode row;
            try {
                row = Manifest.JSON.readTree(line);
            } catch (JsonProcessingException e) {
                throw Safetensors.damaged(what, "line " + (rows.size() + 1) + " is not JSON");
            }
            Codecs.require(row.isObject(), what, "line " + (rows.size() + 1) + " is not a JSON object");
            row.fieldNames().forEachRemaining(names::add);
            Codecs.require(names.size() <= 1000, what, "it has more than 1000 attributes");
            rows.add(row);
        }
        Map<String, String[]> columns = new LinkedHashMap<>();
        for (String name : names) {
            String[] values = new String[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i).path(name).asText("");
            }
            columns.put(name, values);
        }
        return new Catalog(ids, columns);
    }

    private static List<String> lines(byte[] bytes, String what) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Safetensors.damaged(what, "it is not UTF-8");
        }
        if (text.isEmpty()) {
            return List.of();
        }
        Codecs.require(text.endsWith("\n"), what, "its last line is cut off");
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }
}
