package vitrine.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vitrine.words.Percentages;

/**
 * Result of {@code explain}; what is null was not measured or does not apply.
 *
 * @param score of the item itself, also in a contrast; {@code baselineScore} likewise
 * @param against the item it is compared with; null when a score is explained, not a margin
 * @param margin the item's score minus that of {@code against}: what the parts of a contrast add up to, less
 *     {@code referenceMargin}
 * @param referenceMargin the margin at the reference
 * @param foldedIn whether what is explained is a vector fitted to the history, the model knowing users by a trained vector
 */
public record ExplainResult(
        @Nullable String user,
        String item,
        String title,
        double score,
        @Nullable Double probability,
        double baselineScore,
        String method,
        List<ExplainedPart> parts,
        @Nullable Double convergenceDelta,
        SortedMap<String, Double> methodFigures,
        Evidence faithfulness,
        Sentence sentence,
        boolean foldedIn,
        double milliseconds,
        @Nullable Against against,
        @Nullable Double margin,
        @Nullable Double referenceMargin) {
    /** The other item of a contrast and its score. */
    public record Against(String item, String title, double score) {}

    /** The probability in words, "2.51 %", never zero where it is not; empty where there is none. */
    public Optional<String> percentage() {
        return Optional.ofNullable(probability).map(p -> Percentages.of(p).en());
    }

    /**
     * One part.
     *
     * @param kind history, user, item or context
     * @param standardError of an attribution estimated from a sample; null where it was computed
     */
    public record ExplainedPart(
            String kind,
            String id,
            String title,
            double attribution,
            @Nullable Double standardError) {}

    /** One sentence in both languages. */
    public record Sentence(String en, String zh) {}

    /** The measurements and the verdict; those of a rank are null where {@code notTested} names it. */
    public record Evidence(
            @Nullable Double pos5,
            @Nullable Double neg5,
            @Nullable Double del,
            @Nullable Double ins,
            @Nullable Double cdcg,
            @Nullable Double infidelity,
            @Nullable Double sensitivityMax,
            SortedMap<String, Control> controls,
            @Nullable Double pValue,
            String verdict,
            String reason,
            List<String> notTested) {}

    /** The same measures for a control order. */
    public record Control(
            @Nullable Double pos5,
            @Nullable Double neg5,
            double del,
            double ins,
            @Nullable Double cdcg) {}
}
