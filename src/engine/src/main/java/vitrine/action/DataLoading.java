package vitrine.action;

import vitrine.data.ingest.DataReader;
import vitrine.data.ingest.ReadRequest;
import vitrine.data.ingest.ReadResult;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

/** Data options to a cleaned log. */
final class DataLoading {
    private DataLoading() {}

    static ReadResult read(DataOptions data, JobContext context) {
        return new DataReader().read(request(data), context);
    }

    /** The same without the k-core, for files whose rare users and items are asked for. */
    static ReadResult readUncut(DataOptions data, JobContext context) {
        return new DataReader().readUncut(request(data), context);
    }

    private static ReadRequest request(DataOptions data) {
        if (data.interactions().isEmpty()) {
            throw new WrongUsageException("Name the data with --interactions FILE.");
        }
        return new ReadRequest(
                data.interactions(),
                data.items(),
                data.users(),
                data.format(),
                data.mapping(),
                data.columns(),
                data.cleaning(),
                data.eventWeights(),
                data.minValue(),
                data.minUser(),
                data.minItem(),
                data.productsOnly());
    }
}
