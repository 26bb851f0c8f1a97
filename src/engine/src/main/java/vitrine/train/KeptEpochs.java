package vitrine.train;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vitrine.network.Parameters;

/**
 * Keeps the states after the last epochs and after the best one, to go back to any of them: its {@code parameters} are the
 * model after that epoch, and {@link Trainer#resume} goes on from it. Holds as many as fit into a given room, the newest and
 * the best always. Thread-safe.
 */
public final class KeptEpochs implements TrainingListener {
    private static final int BYTES_A_NUMBER = Float.BYTES;
    /** Parameters and two moments. */
    private static final int COPIES = 3;

    private final long roomBytes;
    private final NavigableMap<Integer, TrainingState> states = new TreeMap<>();

    /** @param roomBytes memory for kept states, about */
    public KeptEpochs(long roomBytes) {
        this.roomBytes = roomBytes;
    }

    @Override
    public void onState(TrainingMoment moment) {
        if (moment.endsAnEpoch()) {
            keep(moment.state());
        }
    }

    private synchronized void keep(TrainingState state) {
        states.put(state.epochs().size(), state);
        Parameters parameters = state.parameters();
        long most = roomBytes / (parameters.count() * BYTES_A_NUMBER * COPIES);
        while (states.size() > Math.max(2, most)) {
            Integer oldest = states.firstKey();
            states.remove(oldest == state.bestEpoch() ? states.higherKey(oldest) : oldest);
        }
    }

    /** Begins with those of another training it goes on from: up to and with {@code epoch}. */
    public void continueFrom(KeptEpochs other, int epoch) {
        other.epochs().headSet(epoch + 1).forEach(e -> other.after(e).ifPresent(this::keep));
    }

    /** Numbers of the epochs that can be gone back to. */
    public synchronized SortedSet<Integer> epochs() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(states.keySet()));
    }

    /** The state after an epoch; empty when it is not kept. */
    public synchronized Optional<TrainingState> after(int epoch) {
        return Optional.ofNullable(states.get(epoch));
    }
}
