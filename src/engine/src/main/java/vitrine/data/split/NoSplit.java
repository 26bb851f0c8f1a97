package vitrine.data.split;

import java.util.BitSet;
import vitrine.data.InteractionLog;

/** Holds nothing out: for a model that is put to work, not measured. */
public final class NoSplit implements Splitter {
    public static final String NAME = "none";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Split split(InteractionLog log) {
        return Split.of(name(), log, Targets.of(log), new int[0], new BitSet());
    }
}
