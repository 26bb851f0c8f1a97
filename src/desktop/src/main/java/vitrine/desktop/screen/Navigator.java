package vitrine.desktop.screen;

/** Brings a screen to the front by its key; an unknown key does nothing. */
@FunctionalInterface
public interface Navigator {
    void show(String key);
}
