package vitrine.assess.faithfulness;

/** How alike two items are by the training log alone: what a control order is made of. */
@FunctionalInterface
public interface ItemSimilarity {
    /** @return higher is more alike; symmetric, finite */
    double similarity(int a, int b);
}
