package vitrine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids, exactly as read, numbered from 0 in order of first appearance. Immutable; built by {@link Builder}. */
public final class IdIndex {
    /** What {@link #indexOf} answers for an id that is not here. */
    public static final int UNKNOWN = -1;

    private final List<String> ids;
    private final Map<String, Integer> numbers;

    private IdIndex(List<String> ids, Map<String, Integer> numbers) {
        this.ids = List.copyOf(ids);
        this.numbers = numbers;
    }

    /** @throws IllegalArgumentException when an id occurs twice */
    public static IdIndex of(List<String> ids) {
        Builder builder = new Builder();
        for (String id : ids) {
            int next = builder.size();
            if (builder.add(id) != next) {
                throw new IllegalArgumentException("the id \"" + id + "\" occurs twice");
            }
        }
        return builder.build();
    }

    public int size() {
        return ids.size();
    }

    public String id(int index) {
        return ids.get(index);
    }

    /** @return the number of {@code id}, or {@link #UNKNOWN} */
    public int indexOf(String id) {
        return numbers.getOrDefault(id, UNKNOWN);
    }

    public List<String> ids() {
        return ids;
    }

    /** Mutable while reading, frozen by {@link #build}. */
    public static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private Map<String, Integer> numbers = new HashMap<>();

        /** @return the number of {@code id}, new or old */
        public int add(String id) {
            Integer known = numbers.putIfAbsent(id, ids.size());
            if (known != null) {
                return known;
            }
            ids.add(id);
            return ids.size() - 1;
        }

        public int size() {
            return ids.size();
        }

        public IdIndex build() {
            Map<String, Integer> frozen = numbers;
            numbers = new HashMap<>(frozen);
            return new IdIndex(ids, frozen);
        }
    }
}
