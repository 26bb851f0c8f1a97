package vitrine.desktop.app;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What the study chip can do. */
record StudyMenuActions(Runnable openSample, Consumer<Path> openStudy) {}
