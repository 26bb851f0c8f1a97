package vitrine.model.file;

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
}
