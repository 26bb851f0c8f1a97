package vitrine.data.showcase;

import java.util.Arrays;
import vitrine.run.SeededRandom;

/** Zipf's law: the item of rank r is drawn with probability proportional to r^-0.8. */
final class PopularItems implements ItemSource {
    static final double EXPONENT = 0.8;

    private final int[] ranked;
    private final double[] cumulative;
    private final double[] probability;

    /** @param ranked items in order of popularity, the most popular first */
    PopularItems(int[] ranked, int items) {
        this.ranked = ranked;
        this.cumulative = new double[ranked.length];
        this.probability = new double[items];
        double sum = 0;
        for (int rank = 0; rank < ranked.length; rank++) {
            double weight = StrictMath.pow(rank + 1, -EXPONENT);
            probability[ranked[rank]] = weight;
            sum += weight;
            cumulative[rank] = sum;
        }
        for (int item : ranked) {
            probability[item] /= sum;
        }
    }

    @Override
    public int draw(Situation situation, SeededRandom random) {
        double mark = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, mark);
        int rank = found < 0 ? -found - 1 : found + 1;
        return ranked[Math.min(rank, ranked.length - 1)];
    }

    @Override
    public double probability(int item, Situation situation) {
        return probability[item];
    }
}
