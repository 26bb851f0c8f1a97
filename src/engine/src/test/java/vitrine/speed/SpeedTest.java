package vitrine.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;

class SpeedTest {
    static Stream<String> works() {
        return Works.all().stream().map(Work::name);
    }

    @ParameterizedTest
    @MethodSource("works")
    void every_work_can_be_measured(String name) {
        Reading reading = Works.named(name).measure(new Conditions(2, 0.01, 42, CancellationToken.NEVER));
        assertTrue(reading.low() > 0 && Double.isFinite(reading.high()), reading::toString);
        assertTrue(reading.low() <= reading.median() && reading.median() <= reading.high(), reading::toString);
    }

    @Test
    void names_are_unique_and_an_unknown_one_is_answered_with_those_there_are() {
        assertEquals(Works.all().size(), works().distinct().count());
        String said = assertThrows(WrongUsageException.class, () -> Works.named("sleeping"))
                .getMessage();
        assertTrue(works().allMatch(String.valueOf(said)::contains), said);
    }

    @Test
    void a_cancelled_work_stops() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        Conditions never = new Conditions(1, 1000, 42, source);
        assertThrows(CancelledException.class, () -> Works.all().get(0).measure(never));
    }

    @Test
    void a_reading_holds_percentiles() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 - i;
        }
        assertEquals(new Reading(50, 5, 95), Reading.of(values));
        assertEquals(new Reading(1.5, 1.05, 1.95), Reading.of(2, 1));
    }

    @Test
    void the_shop_has_its_size_its_order_and_no_purchase_twice() {
        SpeedShop shop = new SpeedShop(1);
        Set<Integer> pairs = new HashSet<>();
        int last = 0;
        for (int p = 0; p < shop.purchases(); p++) {
            assertTrue(shop.user(p) >= last);
            last = shop.user(p);
            assertTrue(p >= shop.start(last) && p < shop.start(last + 1));
            pairs.add(shop.user(p) * SpeedShop.ITEMS + shop.item(p));
        }
        assertEquals(1_000_209, pairs.size());
        SeededRandom random = new SeededRandom(2);
        for (int i = 0; i < 1000; i++) {
            int user = random.nextInt(SpeedShop.USERS);
            assertFalse(pairs.contains(user * SpeedShop.ITEMS + shop.notBought(user, random)));
        }
    }

    @Test
    void the_same_seed_makes_the_same_shop() {
        SpeedShop one = new SpeedShop(7);
        SpeedShop two = new SpeedShop(7);
        for (int p = 0; p < one.purchases(); p++) {
            assertEquals(one.item(p), two.item(p));
            assertEquals(one.user(p), two.user(p));
        }
    }
}
