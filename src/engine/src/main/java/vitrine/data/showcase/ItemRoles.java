package vitrine.data.showcase;

import java.util.Arrays;
import vitrine.run.SeededRandom;

/**
 * Which items play a part in the planted causes, dealt from one shuffled deck of item numbers: 24 triggers, 20
 * consequences, 6 staples a segment, 10 items a region, 15 items a daypart. No item has two parts. Everything that is
 * neither consequence nor staple is {@code open}: popularity, taste and noise may sell it too.
 *
 * @param open in shuffled order, so that a place in it can serve as popularity rank
 */
record ItemRoles(int[] triggers, int[] consequences, int[][] staples, int[][] regional, int[][] daily, int[] open) {
    static final int TRIGGERS = 24;
    static final int CONSEQUENCES = 20;
    static final int STAPLES_PER_SEGMENT = 6;
    static final int ITEMS_PER_REGION = 10;
    static final int ITEMS_PER_DAYPART = 15;

    static ItemRoles deal(long seed, int items) {
        int[] deck = new int[items];
        Arrays.setAll(deck, i -> i);
        SeededRandom.stream(seed, "roles", 0).shuffle(deck);
        Dealer dealer = new Dealer(deck);
        int[] consequences = dealer.take(CONSEQUENCES);
        int[][] staples = dealer.take(Shopper.SEGMENTS.size(), STAPLES_PER_SEGMENT);
        int[] open = Arrays.copyOfRange(deck, dealer.next, items);
        int[] triggers = dealer.take(TRIGGERS);
        int[][] regional = dealer.take(Shopper.REGIONS.size(), ITEMS_PER_REGION);
        int[][] daily = dealer.take(Daypart.values().length, ITEMS_PER_DAYPART);
        SeededRandom.stream(seed, "popularity order", 0).shuffle(open);
        return new ItemRoles(triggers, consequences, staples, regional, daily, open);
    }

    private static final class Dealer {
        private final int[] deck;
        private int next;

        Dealer(int[] deck) {
            this.deck = deck;
        }

        int[] take(int count) {
            int[] hand = Arrays.copyOfRange(deck, next, next + count);
            next += count;
            return hand;
        }

        int[][] take(int groups, int count) {
            int[][] hands = new int[groups][];
            Arrays.setAll(hands, group -> take(count));
            return hands;
        }
    }
}
