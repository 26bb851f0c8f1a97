package vitrine.architecture.broken;

/** Breaks "nobody prints". */
public final class PrintsToTheConsole {
    public void speak() {
        System.out.println("hello");
    }
}
