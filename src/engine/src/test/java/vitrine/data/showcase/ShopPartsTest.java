package vitrine.data.showcase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.run.SeededRandom;

class ShopPartsTest {
    @Test
    void titlesAreUniqueAndNeedNoQuotingEvenInALargeShop() {
        List<Product> products = new CatalogueMaker(1).make(50_000);
        assertEquals(50_000, products.stream().map(Product::title).distinct().count());
        assertEquals(50_000, products.stream().map(Product::id).distinct().count());
        for (Product product : products) {
            assertTrue(Stream.of(product.title(), product.brand())
                    .noneMatch(text -> text.contains(",") || text.contains("\"")));
            assertTrue(product.priceCents() > 0);
        }
    }

    @Test
    void everyCategoryHasItsShareOfTheItems() {
        var sizes = new CatalogueMaker(1)
                .make(810).stream().collect(Collectors.groupingBy(Product::category, Collectors.counting()));
        assertEquals(Set.of(40L, 41L), new HashSet<>(sizes.values()));
        assertEquals(20, sizes.size());
    }

    @Test
    void noItemHasTwoPartsAndOpenIsWhatIsLeft() {
        ItemRoles roles = ItemRoles.deal(9, 250);
        int[] parts = Stream.of(
                        Stream.of(roles.triggers(), roles.consequences()),
                        Arrays.stream(roles.staples()),
                        Arrays.stream(roles.regional()),
                        Arrays.stream(roles.daily()))
                .flatMap(pools -> pools)
                .flatMapToInt(Arrays::stream)
                .toArray();
        assertEquals(24 + 20 + 4 * 6 + 6 * 10 + 4 * 15, parts.length);
        assertEquals(parts.length, Arrays.stream(parts).distinct().count());
        int[] all = IntStream.concat(
                        Arrays.stream(roles.open()),
                        IntStream.concat(
                                Arrays.stream(roles.consequences()),
                                Arrays.stream(roles.staples()).flatMapToInt(Arrays::stream)))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 250).toArray(), all);
    }

    @Test
    void theRuleBookUsesEveryTriggerAndConsequenceOnce() {
        ItemRoles roles = ItemRoles.deal(9, 800);
        List<Rule> planted = new RuleBook(roles)
                .rules().stream()
                        .filter(rule -> rule.kind() != Rule.Kind.INHIBITOR)
                        .toList();
        Set<Integer> triggers = planted.stream()
                .flatMap(rule -> Stream.of(rule.first(), rule.second()))
                .filter(item -> item != Rule.NONE)
                .collect(Collectors.toSet());
        assertEquals(24, triggers.size());
        assertEquals(20, planted.stream().map(Rule::target).distinct().count());
        Shopper shopper = new Shopper(0, "u1", 1, 0, Set.of());
        assertEquals(4 + 3 + 4 + 1, new RuleBook(roles).rulesFor(shopper).size());
    }

    @Test
    void aConjunctionFiresOnlyWhenBothTriggersComeWithinTwelveVisits() {
        Rule rule = new Rule(Rule.Kind.CONJUNCTION, 1, 2, 3, Rule.NONE);
        int near = 0;
        int far = 0;
        for (int seed = 0; seed < 100; seed++) {
            near += fires(rule, 12, seed) ? 1 : 0;
            far += fires(rule, 13, seed) ? 1 : 0;
        }
        assertEquals(0, far);
        assertTrue(near > 75 && near < 100, "fired " + near);
    }

    private static boolean fires(Rule rule, int distance, long seed) {
        RuleMemory memory = new RuleMemory(List.of(rule));
        SeededRandom random = new SeededRandom(seed);
        memory.bought(1, 5, random);
        memory.bought(2, 5 + distance, random);
        return IntStream.range(0, 60).anyMatch(visit -> !memory.due(visit).isEmpty());
    }

    @Test
    void aRuleThatDidNotFireIsNeverAskedAgain() {
        Rule rule = new Rule(Rule.Kind.PLAIN, 1, Rule.NONE, 3, Rule.NONE);
        int fired = 0;
        for (int seed = 0; seed < 500; seed++) {
            RuleMemory memory = new RuleMemory(List.of(rule));
            SeededRandom random = new SeededRandom(seed);
            for (int visit = 0; visit < 50; visit++) {
                memory.bought(1, visit, random);
            }
            fired += IntStream.range(0, 70)
                    .map(visit -> memory.due(visit).size())
                    .sum();
        }
        assertTrue(Math.abs(fired - 450) < 4 * Math.sqrt(500 * .09), "fired " + fired);
    }

    @Test
    void twoConsequencesOfOneVisitShareItsMoment() {
        double[] why = new double[8];
        Purchase one = new Purchase(4, 100, 1, true, Mechanism.RULE, why, new int[] {7});
        Purchase two = new Purchase(4, 100, 2, true, Mechanism.RULE, why, new int[] {8});
        List<Funnel.Row> rows = new Funnel(new SeededRandom(1)).rows(List.of(one, two));
        List<Funnel.Row> bought =
                rows.stream().filter(row -> row.event() == EventType.PURCHASE).toList();
        assertEquals(2, bought.size());
        assertEquals(bought.get(0).minute(), bought.get(1).minute());
        assertEquals(bought, rows.subList(rows.size() - 2, rows.size()));
    }

    @Test
    void poissonHasItsMeanAndVarianceBeyondTheRangeOfOneExponential() {
        SeededRandom random = new SeededRandom(3);
        int n = 4000;
        double mean = 400;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = Timetable.poisson(mean, random) - mean;
            sum += x;
            squares += x * x;
        }
        assertTrue(Math.abs(sum / n) < 4 * Math.sqrt(mean / n), "mean off by " + sum / n);
        assertTrue(Math.abs(squares / n - mean) < 4 * mean * Math.sqrt(2.0 / n), "variance " + squares / n);
        assertEquals(0, Timetable.poisson(0, random));
    }

    @Test
    void visitsKeepTheirDistanceAndStayInTheYear() {
        int[] minutes = Timetable.minutes(600, new SeededRandom(8));
        assertEquals(600, minutes.length);
        for (int i = 1; i < minutes.length; i++) {
            assertTrue(minutes[i] - minutes[i - 1] >= Timetable.MINUTES_PER_VISIT);
        }
        assertTrue(minutes[0] >= 0 && minutes[599] < 365 * 24 * 60);
        assertEquals(0, Timetable.minutes(0, new SeededRandom(8)).length);
    }

    @Test
    void daypartsSplitTheDayInFour() {
        assertEquals(Daypart.NIGHT, Timetable.daypart(0));
        assertEquals(Daypart.MORNING, Timetable.daypart(24 * 60 + 6 * 60));
        assertEquals(Daypart.EVENING, Daypart.ofHour(23));
        assertEquals(Daypart.EVENING, Daypart.ofShare(Math.nextDown(1.0)));
        assertEquals(
                1, Arrays.stream(Daypart.values()).mapToDouble(Daypart::share).sum(), 1e-12);
    }

    @Test
    void roundedSharesStillSumToOne() {
        SeededRandom random = new SeededRandom(4);
        for (int i = 0; i < 200; i++) {
            double[] shares = new double[8];
            Arrays.setAll(shares, k -> random.nextDouble());
            double sum = Arrays.stream(shares).sum();
            Arrays.setAll(shares, k -> shares[k] / sum);
            int[] units = RoundedShares.hundredths(shares);
            assertEquals(100, Arrays.stream(units).sum());
            for (int k = 0; k < 8; k++) {
                assertTrue(Math.abs(units[k] / 100.0 - shares[k]) < .01);
            }
        }
        assertEquals("0", RoundedShares.text(0));
        assertEquals("0.07", RoundedShares.text(7));
        assertEquals("0.5", RoundedShares.text(50));
        assertEquals("0.98", RoundedShares.text(98));
        assertEquals("1", RoundedShares.text(100));
    }

    @Test
    void aShopperIsTheSameWheneverAsked() {
        Population population = new Population(3, 1000, 20);
        assertEquals(population.shopper(17), population.shopper(17));
        assertEquals("u0018", population.shopper(17).id());
        assertEquals(4, population.shopper(17).liked().size());
        assertNotEquals(
                population.shopper(17).liked(),
                new Population(4, 1000, 20).shopper(17).liked());
    }
}
