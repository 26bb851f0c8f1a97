package vitrine.model.file;

import java.io.IOException;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.Recommender;

/** How one kind of model becomes tensors and back. */
interface ModelCodec {
    /** Registry name of the kind. */
    String name();

    /** Sizes needed before the tensors can be read. */
    Map<String, Integer> settings(Recommender model);

    Map<String, RawTensor> encode(Recommender model);

    /** @throws vitrine.run.BadInputException when tensors and settings do not fit together */
    Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what);

    /** Whether models of this kind know attributes and context, so that their file has a part that says what these mean. */
    default boolean hasFeatures() {
        return false;
    }

    /** That part; asked only of kinds that have it. */
    default byte[] features(Recommender model) throws IOException {
        throw new IllegalArgumentException(name() + " knows no attributes");
    }

    /** The same for kinds that have that part. */
    default Recommender decode(
            IdIndex users,
            IdIndex items,
            Map<String, Integer> settings,
            Map<String, RawTensor> tensors,
            FeaturesPart features,
            String what) {
        throw new IllegalArgumentException(name() + " knows no attributes");
    }
}
