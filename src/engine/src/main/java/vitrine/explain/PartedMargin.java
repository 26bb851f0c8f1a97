package vitrine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.network.DifferentiableFunction;

/**
 * The difference of two scores of one question as a function of its parts. A part that has the same coordinates for both
 * (a history weight, the user's vector) is shared, so that its slope is the difference of the slopes; one that has not (an
 * attribute of the item) has the coordinates of both, one behind the other.
 */
final class PartedMargin implements DifferentiableFunction {
    private final DifferentiableFunction first;
    private final DifferentiableFunction second;
    private final int[] ofFirst;
    private final int[] ofSecond;
    private final int dimension;

    private PartedMargin(
            DifferentiableFunction first, DifferentiableFunction second, int[] ofFirst, int[] ofSecond, int dimension) {
        this.first = first;
        this.second = second;
        this.ofFirst = ofFirst;
        this.ofSecond = ofSecond;
        this.dimension = dimension;
    }

    /** {@code a - b}; parts in the order of their kinds and indices. */
    static PartedScore of(PartedScore a, PartedScore b) {
        Comparator<Part> order = Comparator.comparing(Part::kind).thenComparing(Part::index);
        List<Part> keys = Stream.concat(a.parts().stream(), b.parts().stream())
                .sorted(order)
                .toList();
        int[] ofFirst = new int[a.point().length];
        int[] ofSecond = new int[b.point().length];
        double[] point = new double[ofFirst.length + ofSecond.length];
        double[] reference = new double[point.length];
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < keys.size(); i++) {
            Part key = keys.get(i);
            if (i > 0 && order.compare(key, keys.get(i - 1)) == 0) {
                continue;
            }
            int from = at;
            Optional<Part> ours = find(a, key);
            Optional<Part> theirs = find(b, key);
            if (ours.isPresent()) {
                at = place(a, ours.get(), ofFirst, point, reference, at);
            }
            if (theirs.isPresent()) {
                boolean shared = ours.isPresent() && isSame(a, ours.get(), b, theirs.get());
                at = place(b, theirs.get(), ofSecond, point, reference, shared ? from : at);
            }
            parts.add(new Part(key.kind(), key.index(), from, at));
        }
        return new PartedScore(
                parts,
                new PartedMargin(a.function(), b.function(), ofFirst, ofSecond, at),
                Arrays.copyOf(point, at),
                Arrays.copyOf(reference, at));
    }

    private static Optional<Part> find(PartedScore score, Part key) {
        return score.parts().stream()
                .filter(p -> p.kind() == key.kind() && p.index() == key.index())
                .findFirst();
    }

    private static boolean isSame(PartedScore a, Part ours, PartedScore b, Part theirs) {
        return Arrays.equals(a.point(), ours.from(), ours.to(), b.point(), theirs.from(), theirs.to())
                && Arrays.equals(a.reference(), ours.from(), ours.to(), b.reference(), theirs.from(), theirs.to());
    }

    /** @return the first free coordinate behind the part */
    private static int place(PartedScore score, Part part, int[] of, double[] point, double[] reference, int at) {
        for (int i = part.from(); i < part.to(); i++) {
            int to = at + i - part.from();
            of[i] = to;
            point[to] = score.point()[i];
            reference[to] = score.reference()[i];
        }
        return at + part.to() - part.from();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x) {
        return first.value(pick(x, ofFirst)) - second.value(pick(x, ofSecond));
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double[] up = new double[ofFirst.length];
        double[] down = new double[ofSecond.length];
        double margin = first.valueAndGradient(pick(x, ofFirst), up) - second.valueAndGradient(pick(x, ofSecond), down);
        Arrays.fill(gradient, 0);
        for (int i = 0; i < up.length; i++) {
            gradient[ofFirst[i]] += up[i];
        }
        for (int i = 0; i < down.length; i++) {
            gradient[ofSecond[i]] -= down[i];
        }
        return margin;
    }

    private static double[] pick(double[] x, int[] coordinates) {
        double[] picked = new double[coordinates.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = x[coordinates[i]];
        }
        return picked;
    }
}
