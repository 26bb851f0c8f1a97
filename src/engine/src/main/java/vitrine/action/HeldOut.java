package vitrine.action;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import vitrine.data.split.Split;
import vitrine.model.Query;

/** What the users of a model really did next, hidden from its training: the answers a list can be held against. */
public final class HeldOut {
    private final ModelSession session;
    private final Split split;

    private HeldOut(ModelSession session, Split split) {
        this.session = session;
        this.split = split;
    }

    /** @return empty when {@code data} is not what the model was trained on, or nothing was held out */
    public static Optional<HeldOut> of(ModelSession session, DataSession data) {
        var provenance = session.trained().provenance();
        if (!provenance.dataSha256().equals(data.fingerprint())) {
            return Optional.empty();
        }
        Split split = Models.splitter(provenance.split(), provenance.seed()).split(data.log());
        return split.testTargets().length == 0 ? Optional.empty() : Optional.of(new HeldOut(session, split));
    }

    /** Numbers of the items {@code query}'s user went on to choose; empty for an unknown user. */
    public BitSet items(Query query) {
        BitSet items = new BitSet();
        if (query.user() == Query.UNKNOWN_USER) {
            return items;
        }
        IntStream.of(split.testTargets())
                .filter(row -> split.log().user(row) == query.user())
                .forEach(row -> items.set(split.log().item(row)));
        return items;
    }

    /** Id of a user with a full history whose next purchase the model ranks in its top ten; where a tour begins. */
    public Optional<String> goodExample() {
        return DemoUser.find(session, split).map(user -> split.log().users().id(user.user()));
    }
}
