package vitrine.train;

import vitrine.run.SeededRandom;

/**
 * Draws what a positive is told apart from: items that are no training positive of the user. Held-out items may be drawn:
 * leaving them out would leak them. What is drawn depends on the arguments only, so any thread may ask.
 */
public interface NegativeSampler {
    /**
     * @param batch item numbers of the positives of the batch the question sits in, repeats included
     * @param random read as often as the draw needs
     * @return {@code count} item numbers, possibly repeated, or none when the user has every item
     */
    int[] sample(int user, int count, int[] batch, SeededRandom random);
}
