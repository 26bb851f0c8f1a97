package vitrine.run;

/**
 * Where long work says how far it is. Implementations are called from the working thread, must return at once and may
 * drop reports; the caller estimates the time left with {@link TimeLeft}.
 */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /**
     * @param stage what is being done now, in words ("Reading orders.csv")
     * @param done units finished, from 0 to {@code total}
     * @param total units in all; 0 when unknown
     */
    void report(String stage, long done, long total);
}
