package vitrine.explain.control;

/** What the training interactions alone say of items, addressed by the model's numbers. */
public interface ItemStatistics {
    /** How alike two items are; higher is more alike; symmetric, finite. */
    double similarity(int a, int b);

    /** How popular an item is; higher is more popular; finite. */
    double popularity(int item);
}
