package vitrine.data.split;

import vitrine.data.InteractionLog;

/**
 * What is trained on and what is held out.
 *
 * @param name the splitter's name, written into every model ({@code none}, {@code loo}, {@code temporal})
 * @param log the whole log; rows below are its rows
 * @param trainTargets rows to learn, first occurrences of (user, item), ascending
 * @param testTargets held-out rows, first occurrences of (user, item), ascending
 * @param trainHistories what training may see, and what is known when a held-out row is asked for
 */
public record Split(String name, InteractionLog log, int[] trainTargets, int[] testTargets, Histories trainHistories) {}
