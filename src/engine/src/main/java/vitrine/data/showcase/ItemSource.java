package vitrine.data.showcase;

import vitrine.run.SeededRandom;

/** How one mechanism chooses its item: a distribution over items, to draw from and to ask. */
interface ItemSource {
    int draw(Situation situation, SeededRandom random);

    /** P(item | this mechanism, situation); sums to 1 over all items. */
    double probability(int item, Situation situation);
}
