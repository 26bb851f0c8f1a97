package vitrine.assess.faithfulness;

import java.util.Optional;
import vitrine.explain.Explanation;

/**
 * A claim with its evidence: the only form in which an explanation leaves the engine.
 *
 * @param faithfulness the measurements; empty when there was nothing to measure (too few items, a history that hardly
 *     matters) or a check failed
 */
public record VerifiedExplanation(
        Explanation explanation, Optional<Faithfulness> faithfulness, Verdict verdict, VerdictReason reason) {}
