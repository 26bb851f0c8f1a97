package vitrine.architecture.broken;

/** Breaks "no static state". */
public final class RemembersGlobally {
    private static int counter;

    private RemembersGlobally() {}

    public static int next() {
        counter++;
        return counter;
    }
}
