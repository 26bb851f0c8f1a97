package vitrine.desktop.screen.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vitrine.action.OpenExplanation;
import vitrine.explain.Explanation;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;

/**
 * Contributions with what is known about their truth.
 *
 * @param methods all methods and whether they fit this question
 * @param checked empty while the checks run
 * @param against number of the item that is compared with: the bars are those of the margin over it
 */
record Answer(
        Asked asked,
        List<OpenExplanation.Method> methods,
        Explanation explanation,
        List<LabelledPart> parts,
        Optional<OpenExplanation> checked,
        OptionalInt against) {
    static Answer unchecked(
            Asked asked, List<OpenExplanation.Method> methods, OpenExplanation.Unchecked claim, OptionalInt against) {
        return new Answer(asked, methods, claim.explanation(), claim.parts(), Optional.empty(), against);
    }

    static Answer checked(Asked asked, List<OpenExplanation.Method> methods, OpenExplanation open) {
        return new Answer(
                asked, methods, open.checked().explanation(), open.parts(), Optional.of(open), open.against());
    }

    /** Title of the item that is compared with. */
    Optional<String> rival() {
        return against.isPresent()
                ? Optional.of(asked.list().question().run().session().title(against.getAsInt()))
                : Optional.empty();
    }

    String method() {
        return explanation.method();
    }

    /** How every number of this answer is printed. */
    Figures figures() {
        return Figures.of(explanation);
    }

    boolean nothingMoves() {
        return parts.stream().allMatch(p -> p.value() == 0);
    }

    /** Share of one part in all push and pull. */
    double share(double value) {
        double all = parts.stream().mapToDouble(p -> Math.abs(p.value())).sum();
        return all == 0 ? 0 : Math.abs(value) / all;
    }
}
