package vitrine.architecture.broken.cycle.one;

import vitrine.architecture.broken.cycle.two.Second;

/** Half of a cycle. */
public record First(Second second) {}
