package vitrine.assess.faithfulness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vitrine.explain.Contribution;
import vitrine.explain.Explanation;
import vitrine.model.Part;

/** What the removal tests say nothing about: they take history away, and nothing else. */
public final class NotTested {
    /** Ranks, in a test of a margin between two items: the place of one of them in the list says nothing of it. */
    public static final String RANK = "rank";

    private NotTested() {}

    /**
     * @return codes: the kinds of parts in the explanation other than history ({@code user, item, context}), then the
     *     tests that were not run ({@code randomisation, sensitivity})
     */
    public static List<String> codes(Explanation explanation) {
        Stream<String> kinds = explanation.contributions().stream()
                .map(Contribution::kind)
                .filter(kind -> kind != Part.Kind.HISTORY)
                .distinct()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT));
        return Stream.concat(kinds, Stream.of("randomisation", "sensitivity")).toList();
    }
}
