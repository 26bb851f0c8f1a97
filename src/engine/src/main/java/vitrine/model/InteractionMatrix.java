package vitrine.model;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;

/** The binary user-item matrix of training: who chose what, repeated events once. Rows sorted by item number. */
public final class InteractionMatrix {
    private final IdIndex users;
    private final IdIndex items;
    private final int[][] itemsOfUser;

    private InteractionMatrix(IdIndex users, IdIndex items, int[][] itemsOfUser) {
        this.users = users;
        this.items = items;
        this.itemsOfUser = itemsOfUser;
    }

    /** @param rows rows of the log that count; repeats of a pair are merged */
    public static InteractionMatrix of(InteractionLog log, int[] rows) {
        int[] sizes = new int[log.users().size()];
        for (int row : rows) {
            sizes[log.user(row)]++;
        }
        int[][] lists = new int[sizes.length][];
        for (int u = 0; u < sizes.length; u++) {
            lists[u] = new int[sizes[u]];
        }
        int[] next = new int[sizes.length];
        for (int row : rows) {
            int u = log.user(row);
            lists[u][next[u]++] = log.item(row);
        }
        for (int u = 0; u < lists.length; u++) {
            lists[u] = Arrays.stream(lists[u]).sorted().distinct().toArray();
        }
        return new InteractionMatrix(log.users(), log.items(), lists);
    }

    public IdIndex users() {
        return users;
    }

    public IdIndex items() {
        return items;
    }

    /** Item numbers of a user, ascending; not to be changed. */
    public int[] itemsOf(int user) {
        return itemsOfUser[user];
    }

    public boolean contains(int user, int item) {
        return Arrays.binarySearch(itemsOfUser[user], item) >= 0;
    }

    /** Number of users of each item. */
    public int[] itemCounts() {
        int[] counts = new int[items.size()];
        for (int[] row : itemsOfUser) {
            for (int item : row) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** User numbers of each item, ascending. */
    public int[][] usersOfItems() {
        int[] counts = itemCounts();
        int[][] columns = new int[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            columns[i] = new int[counts[i]];
        }
        int[] next = new int[counts.length];
        for (int u = 0; u < itemsOfUser.length; u++) {
            for (int item : itemsOfUser[u]) {
                columns[item][next[item]++] = u;
            }
        }
        return columns;
    }
}
