package vitrine.assess.faithfulness;

/** How popular an item is in the training log: what a control order is made of. */
@FunctionalInterface
public interface ItemPopularity {
    /** @return higher is more popular; finite */
    double popularity(int item);
}
