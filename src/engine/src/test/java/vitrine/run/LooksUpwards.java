package vitrine.run;

import vitrine.action.DataOptions;

/** Breaks the arrows on purpose: the lowest room knows the highest. Read only by the rules' own tests. */
public record LooksUpwards(DataOptions options) {}
