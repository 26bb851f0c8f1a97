package vitrine.train;

import vitrine.run.SeededRandom;

/**
 * Draws numbers {@code 0 … n - 1} in proportion to given weights, two random numbers and O(1) a draw, O(n) to build: the
 * alias method (Walker, 1977; built as by Vose, 1991). Each column of the table holds at most two numbers whose shares fill
 * it.
 */
final class AliasTable {
    private final double[] own;
    private final int[] alias;

    /** @param weights finite, none negative, not all 0 */
    AliasTable(double[] weights) {
        int n = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights must have a positive, finite sum, not " + total);
        }
        this.own = new double[n];
        this.alias = new int[n];
        // Columns below and above their share of 1 from the two ends of one array.
        int[] columns = new int[n];
        int below = 0;
        int above = n;
        for (int i = 0; i < n; i++) {
            own[i] = weights[i] * n / total;
            alias[i] = i;
            columns[own[i] < 1 ? below++ : --above] = i;
        }
        while (below > 0 && above < n) {
            int low = columns[--below];
            int high = columns[above];
            alias[low] = high;
            own[high] -= 1 - own[low];
            if (own[high] < 1) {
                above++;
                columns[below++] = high;
            }
        }
        // What is left is full but for rounding.
        while (below > 0) {
            own[columns[--below]] = 1;
        }
    }

    int next(SeededRandom random) {
        int column = random.nextInt(own.length);
        return random.nextDouble() < own[column] ? column : alias[column];
    }
}
