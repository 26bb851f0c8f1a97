package vitrine.assess.tournament;

import vitrine.run.Progress;

/** Counts finished blocks of work of several threads and reports each. */
final class Steps {
    private final String stage;
    private final long total;
    private final Progress progress;
    private long done;

    Steps(String stage, long total, Progress progress) {
        this.stage = stage;
        this.total = total;
        this.progress = progress;
        progress.report(stage, 0, total);
    }

    synchronized void done() {
        progress.report(stage, ++done, total);
    }
}
