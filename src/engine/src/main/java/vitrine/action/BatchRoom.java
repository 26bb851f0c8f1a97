package vitrine.action;

import vitrine.run.WrongUsageException;

/** Whether a batch of a network has room in memory; a layer's numbers of all its examples lie in one array. */
final class BatchRoom {
    /** Numbers of one layer: 1 GB. */
    private static final long MOST = 1L << 28;

    private BatchRoom() {}

    /**
     * @param numbers of an example in the widest layer
     * @param otherwise what else helps, as words after "smaller --batch"; may be empty
     * @throws WrongUsageException when the batch is too large
     */
    static void require(int batch, long numbers, String otherwise) {
        if (batch * numbers > MOST) {
            throw new WrongUsageException(
                    "--batch " + batch + " needs " + batch * numbers + " numbers for one layer, and there may be "
                            + MOST + ". Give a smaller --batch" + otherwise + ".");
        }
    }
}
