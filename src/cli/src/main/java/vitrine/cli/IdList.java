package vitrine.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Ids on a command line, separated by commas; an id that holds a comma is put in double quotes, a quote inside is
 * doubled. An empty text is the empty list.
 */
final class IdList {
    private IdList() {}

    static List<String> parse(String text) {
        List<String> ids = new ArrayList<>();
        StringBuilder id = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                id.append('"');
                i++;
            } else if (c == '"' && (quoted || id.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(ids, id);
            } else {
                id.append(c);
            }
        }
        add(ids, id);
        return List.copyOf(ids);
    }

    private static void add(List<String> ids, StringBuilder id) {
        if (!id.isEmpty()) {
            ids.add(id.toString());
            id.setLength(0);
        }
    }
}
