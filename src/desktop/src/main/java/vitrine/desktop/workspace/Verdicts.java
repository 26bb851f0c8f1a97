package vitrine.desktop.workspace;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import vitrine.assess.faithfulness.Verdict;
import vitrine.words.Bilingual;

/**
 * What is known about the truth of explanations: what lets a list say of a reason that it was checked. Used from the
 * FX thread only.
 */
public final class Verdicts {
    /** One question: edits are part of it. */
    public record Question(Position position, Edits edits) {}

    /**
     * What the check said.
     *
     * @param reason one line, worded as the verdict allows
     */
    public record Checked(Verdict verdict, Bilingual reason) {}

    private final ObservableMap<Question, Checked> checked = FXCollections.observableHashMap();
    /** Kept, since a read-only view listens weakly and dies with its last holder. */
    private final ObservableMap<Question, Checked> shown = FXCollections.unmodifiableObservableMap(checked);

    public void put(Question question, Checked verdict) {
        checked.put(question, verdict);
    }

    /** Another study: nothing known about this one means anything. */
    void clear() {
        checked.clear();
    }

    public Optional<Checked> of(Question question) {
        return Optional.ofNullable(checked.get(question));
    }

    /** For listening only. */
    public ObservableMap<Question, Checked> all() {
        return shown;
    }
}
