package vitrine.desktop.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vitrine.action.ContextChoice;

/**
 * What was changed in a user's question to ask "what if": data, not a mode. Every screen answers the edited question.
 *
 * @param off ids of history items that are switched off
 * @param context what is asked in place of the recorded context: {@code hour, weekday, region, device} to value
 */
public record Edits(Set<String> off, Map<String, String> context) {
    public static final Edits NONE = new Edits(Set.of(), Map.of());

    public Edits {
        off = Set.copyOf(off);
        context = Map.copyOf(context);
    }

    public Edits with(String item, boolean on) {
        Set<String> changed = new TreeSet<>(off);
        if (on) {
            changed.remove(item);
        } else {
            changed.add(item);
        }
        return new Edits(changed, context);
    }

    /** @param value empty: as recorded */
    public Edits asking(String name, Optional<String> value) {
        Map<String, String> changed = new TreeMap<>(context);
        value.ifPresentOrElse(asked -> changed.put(name, asked), () -> changed.remove(name));
        return new Edits(off, changed);
    }

    /** Without what a model cannot be asked, or what is recorded anyway. */
    Edits answeredBy(List<ContextChoice> choices) {
        Map<String, String> asked = new TreeMap<>(context);
        asked.entrySet()
                .removeIf(entry -> choices.stream()
                        .noneMatch(choice -> choice.name().equals(entry.getKey())
                                && choice.values().contains(entry.getValue())
                                && !choice.recorded().equals(Optional.of(entry.getValue()))));
        return new Edits(off, asked);
    }

    public int count() {
        return off.size() + context.size();
    }

    public boolean isEmpty() {
        return off.isEmpty() && context.isEmpty();
    }
}
