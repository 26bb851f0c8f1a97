package vitrine.architecture.broken;

/** Breaks "nobody prints" the other way. */
public final class PrintsAStackTrace {
    public void lament(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
