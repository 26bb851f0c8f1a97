package vitrine.data.split;

import vitrine.data.InteractionLog;

/** Decides which rows are held out. Deterministic: the same log gives the same split. */
public interface Splitter {
    /** The name in model files, protocols and on the command line. */
    String name();

    /** @throws vitrine.run.BadInputException when the log lacks what the split needs */
    Split split(InteractionLog log);
}
