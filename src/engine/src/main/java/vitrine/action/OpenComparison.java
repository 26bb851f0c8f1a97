package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vitrine.action.CompareResult.Compared;
import vitrine.action.CompareResult.Disagreement;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.LiveComparison.Entry;
import vitrine.action.LiveComparison.Question;
import vitrine.assess.TopLists;
import vitrine.assess.UserMeasures;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;
import vitrine.data.split.Split;
import vitrine.metric.ListOverlap;

/** A comparison that was made and can be asked about any user. Immutable. */
public final class OpenComparison {
    /**
     * A model with what was measured.
     *
     * @param tops first items of each measured user
     */
    record Judged(String id, MeasuredModel measured, int[][] tops) {
        Compared compared() {
            return CompareAction.compared(List.of(id), List.of(measured)).get(0);
        }
    }

    private final Question question;
    private final Split split;
    private final TopLists lists;
    private final List<Judged> judged;
    private final Optional<Judged> yardstick;
    private final boolean stopped;
    private final int[] users;
    private final CompareResult result;
    private final UserLists sideBySide;
    private final List<Disagreement> disagreements;
    private final Map<String, Integer> places = new HashMap<>();
    /** By places of two models, the first smaller. */
    private final double[][] shared;

    OpenComparison(
            Question question,
            Catalog items,
            Split split,
            TopLists lists,
            List<Judged> judged,
            Optional<Judged> yardstick,
            boolean stopped) {
        this.question = question;
        this.split = split;
        this.lists = lists;
        this.judged = List.copyOf(judged);
        this.yardstick = yardstick;
        this.stopped = stopped;
        List<String> ids = judged.stream().map(Judged::id).toList();
        List<MeasuredModel> measured = judged.stream().map(Judged::measured).toList();
        List<UserMeasures> byUser =
                measured.stream().map(one -> one.evaluation().perUser()).toList();
        users = byUser.get(0).users();
        result = new CompareResult(
                question.protocol(),
                question.k(),
                users.length,
                measured.get(0).evaluation().usersWithoutTest(),
                CompareAction.compared(ids, measured),
                PairedTests.of(ids, byUser),
                ListOverlaps.of(
                        ids,
                        CompareAction.DEPTH,
                        users,
                        split.log().users(),
                        judged.stream().map(Judged::tops).toList()),
                Optional.empty(),
                measured.stream().mapToDouble(MeasuredModel::scoreSeconds).sum());
        sideBySide =
                new UserLists(ids, measured.stream().map(MeasuredModel::model).toList(), lists, split, items);
        disagreements = disagree();
        for (int place = 0; place < disagreements.size(); place++) {
            places.put(disagreements.get(place).user(), place);
        }
        shared = new double[judged.size()][judged.size()];
        for (int a = 0; a < judged.size(); a++) {
            for (int b = a + 1; b < judged.size(); b++) {
                shared[a][b] = common(judged.get(a).tops(), judged.get(b).tops());
            }
        }
    }

    public Question question() {
        return question;
    }

    /** Of the models that were measured, named by their ids; without a user. */
    public CompareResult result() {
        return result;
    }

    /** Popularity under the same protocol; empty when it was stopped before. */
    public Optional<Compared> yardstick() {
        return yardstick.map(Judged::compared);
    }

    /** Whether it ended, by a stop or a failure, before everything was measured. */
    public boolean stopped() {
        return stopped;
    }

    /** Every measured user, those first whose lists are least alike over all pairs of models; ties by id. */
    public List<Disagreement> disagreements() {
        return disagreements;
    }

    /** Place of a user in {@link #disagreements}; empty for one who is not among them. */
    public OptionalInt place(String user) {
        Integer place = places.get(user);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /**
     * Mean number of items the first places of two models share.
     *
     * @param a place of a model in {@link #result}
     * @param b place of another
     */
    public double shared(int a, int b) {
        return shared[Math.min(a, b)][Math.max(a, b)];
    }

    private static double common(int[][] left, int[][] right) {
        long common = 0;
        for (int user = 0; user < left.length; user++) {
            int[] other = right[user];
            common += Arrays.stream(left[user])
                    .filter(item -> Arrays.stream(other).anyMatch(o -> o == item))
                    .count();
        }
        return (double) common / left.length;
    }

    /** @return empty for a user the data do not have */
    public Optional<SideBySide> sideBySide(String user) {
        int number = split.log().users().indexOf(user);
        return number == IdIndex.UNKNOWN ? Optional.empty() : Optional.of(sideBySide.of(number));
    }

    Split split() {
        return split;
    }

    TopLists lists() {
        return lists;
    }

    Optional<Judged> judged(Entry entry) {
        return judged.stream()
                .filter(one -> one.id().equals(entry.id())
                        && one.measured().model() == entry.session().model())
                .findFirst();
    }

    Optional<Judged> judgedYardstick() {
        return yardstick;
    }

    private List<Disagreement> disagree() {
        List<Disagreement> all = new ArrayList<>();
        int pairs = judged.size() * (judged.size() - 1) / 2;
        for (int user = 0; pairs > 0 && user < users.length; user++) {
            double rbo = 0;
            double jaccard = 0;
            for (int a = 0; a < judged.size(); a++) {
                for (int b = a + 1; b < judged.size(); b++) {
                    int[] left = judged.get(a).tops()[user];
                    int[] right = judged.get(b).tops()[user];
                    rbo += ListOverlap.rankBiased(left, right, ListOverlap.PERSISTENCE);
                    jaccard += ListOverlap.jaccard(left, right);
                }
            }
            all.add(new Disagreement(split.log().users().id(users[user]), rbo / pairs, jaccard / pairs));
        }
        all.sort(Comparator.comparingDouble(Disagreement::rbo).thenComparing(Disagreement::user, IdOrder.BY_ID));
        return List.copyOf(all);
    }
}
