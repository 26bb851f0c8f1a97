package vitrine.data.showcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class MixtureTest {
    private static final int ITEMS = 800;
    private final List<Product> products = new CatalogueMaker(5).make(ITEMS);
    private final ItemRoles roles = ItemRoles.deal(5, ITEMS);
    private final Mixture mixture = new Mixture(roles, products, 20);
    private final Shopper shopper = new Shopper(0, "u1", 2, 3, Set.of(0, 4, 9, 19));

    private Situation at(Daypart daypart, Integer... stopped) {
        return new Situation(shopper, daypart, Set.of(stopped));
    }

    /** Bayes by the recipe's own words, from the dealt roles: pi_m p_m(item), unnormalised, in mechanism order. */
    private double[] joint(int item, Daypart daypart, Set<Integer> stopped) {
        double zipf = 0;
        double taste = 0;
        for (int rank = 1; rank <= roles.open().length; rank++) {
            zipf += Math.pow(rank, -.8);
            taste += tasteWeight(roles.open()[rank - 1]);
        }
        int rank = place(roles.open(), item);
        int staples = 6
                - (int) Arrays.stream(roles.staples()[2])
                        .filter(stopped::contains)
                        .count();
        boolean open = rank > 0;
        boolean staple = place(roles.staples()[2], item) > 0 && !stopped.contains(item);
        return new double[] {
            open ? .13 * Math.pow(rank, -.8) / zipf : 0,
            place(roles.triggers(), item) > 0 ? .36 / 24 : 0,
            staple ? .25 / staples : 0,
            open ? .10 * tasteWeight(item) / taste : 0,
            place(roles.regional()[3], item) > 0 ? .06 / 10 : 0,
            place(roles.daily()[daypart.ordinal()], item) > 0 ? .06 / 15 : 0,
            open ? .04 / roles.open().length : 0,
            0
        };
    }

    private double tasteWeight(int item) {
        return shopper.liked().contains(products.get(item).category()) ? Math.exp(2) : .2;
    }

    private static int place(int[] pool, int item) {
        for (int i = 0; i < pool.length; i++) {
            if (pool[i] == item) {
                return i + 1;
            }
        }
        return 0;
    }

    @Test
    void responsibilitiesAreTheBayesRatio() {
        int[] some = {
            roles.triggers()[0],
            roles.triggers()[23],
            roles.staples()[2][1],
            roles.regional()[3][4],
            roles.regional()[0][4],
            roles.daily()[1][7],
            roles.daily()[2][7],
            roles.open()[0],
            roles.open()[500]
        };
        for (int item : some) {
            double[] expected = joint(item, Daypart.MORNING, Set.of());
            double sum = Arrays.stream(expected).sum();
            double[] actual = mixture.responsibilities(item, at(Daypart.MORNING));
            for (int m = 0; m < expected.length; m++) {
                assertEquals(expected[m] / sum, actual[m], 1e-12, "item " + item + " mechanism " + m);
            }
            assertEquals(1, Arrays.stream(actual).sum(), 1e-12);
        }
    }

    @Test
    void theMixtureSumsToOneOverAllItemsAlsoWhenAStapleHasEnded() {
        int ended = roles.staples()[2][0];
        for (Set<Integer> stopped : List.of(Set.<Integer>of(), Set.of(ended))) {
            double sum = 0;
            for (int item = 0; item < ITEMS; item++) {
                sum += Arrays.stream(joint(item, Daypart.EVENING, stopped)).sum();
            }
            assertEquals(1, sum, 1e-9);
        }
    }

    @Test
    void drawsFollowTheStatedProbabilities() {
        int ended = roles.staples()[2][0];
        Situation now = at(Daypart.EVENING, ended);
        SeededRandom random = new SeededRandom(11);
        int draws = 200_000;
        int[] seen = new int[ITEMS];
        for (int i = 0; i < draws; i++) {
            seen[mixture.drawItem(mixture.drawMechanism(random), now, random)]++;
        }
        double chiSquare = 0;
        int cells = 0;
        for (int item = 0; item < ITEMS; item++) {
            double expected = draws
                    * Arrays.stream(joint(item, Daypart.EVENING, Set.of(ended))).sum();
            if (expected == 0) {
                assertEquals(0, seen[item], "item " + item);
            } else {
                chiSquare += (seen[item] - expected) * (seen[item] - expected) / expected;
                cells++;
            }
        }
        double degrees = cells - 1.0;
        assertTrue(Math.abs(chiSquare - degrees) < 4 * Math.sqrt(2 * degrees), "chi square " + chiSquare);
        assertEquals(0, seen[ended]);
    }

    @Test
    void aTriggerIsMostlyTheWorkOfSourcesAndAStapleWhollyItsOwn() {
        for (int trigger : roles.triggers()) {
            assertTrue(mixture.responsibilities(trigger, at(Daypart.NIGHT))[Mechanism.SOURCES.ordinal()] > .5);
        }
        double[] staple = mixture.responsibilities(roles.staples()[2][5], at(Daypart.NIGHT));
        assertEquals(1, staple[Mechanism.STAPLES.ordinal()]);
    }
}
