package vitrine.explain;

import java.util.Locale;
import vitrine.model.Part;

/**
 * A contribution under the name its reader knows: the form charts and sentences work on.
 *
 * @param kind where the part comes from
 * @param label a product title, "region: France" ...: data, never translated
 * @param value how much it moved the score, same unit as {@link Contribution#value}
 */
public record LabelledPart(Part.Kind kind, String label, double value) {
    /** {@code history, user, item} or {@code context}. */
    public String kindCode() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether removal tests can speak about this part. */
    public boolean isHistory() {
        return kind == Part.Kind.HISTORY;
    }
}
