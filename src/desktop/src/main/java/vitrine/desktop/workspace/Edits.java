package vitrine.desktop.workspace;

import java.util.Set;
import java.util.TreeSet;

/**
 * What was changed in a user's history to ask "what if": data, not a mode. Every screen answers the edited question.
 *
 * @param off ids of history items that are switched off
 */
public record Edits(Set<String> off) {
    public static final Edits NONE = new Edits(Set.of());

    public Edits {
        off = Set.copyOf(off);
    }

    public Edits with(String item, boolean on) {
        Set<String> changed = new TreeSet<>(off);
        if (on) {
            changed.remove(item);
        } else {
            changed.add(item);
        }
        return new Edits(changed);
    }

    public int count() {
        return off.size();
    }

    public boolean isEmpty() {
        return off.isEmpty();
    }
}
