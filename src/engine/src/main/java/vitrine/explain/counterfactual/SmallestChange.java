package vitrine.explain.counterfactual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vitrine.model.Query;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * The smallest set of changes that brings an item across the end of the list.
 *
 * <ol>
 *   <li>Each change by itself, which orders them by what they do to the lead over the k-th best rival.
 *   <li>Greedy: changes are added in that order until the goal is reached, then each that can be spared is taken back.
 *   <li>Exhaustion: all sets of one change, of two, of three, smaller than what greedy found; of those of a size the first
 *       in the order. Sets that a {@link Bound} rules out are skipped, nothing else is.
 * </ol>
 *
 * The answer is certified when every smaller set was tried or ruled out. Deterministic for any number of threads: questions
 * are asked in blocks of fixed size, and limits count questions, not time.
 */
final class SmallestChange {
    private static final int BLOCK = 256;
    /** Sets looked at by the bound alone, at most. */
    private static final long MOST_BOUNDS = 4_000_000;

    private static final long REPORT = 4096;

    private final ItemPlace place;
    private final Query query;
    private final List<Change> options;
    private final Goal goal;
    private final Bound bound;
    private final SearchLimits limits;
    private final JobContext context;
    private final Workers workers;
    private final Outcome before;
    private long questions;
    private long bounds;

    /** A set of options, by number in ascending order, and what it does. */
    private record Tried(int[] chosen, Outcome outcome) {}

    /** @param options in the order of the search, the most promising first */
    private SmallestChange(
            ItemPlace place,
            Query query,
            Outcome before,
            List<Change> options,
            Goal goal,
            Bound bound,
            SearchLimits limits,
            JobContext context,
            Workers workers) {
        this.place = place;
        this.query = query;
        this.before = before;
        this.options = options;
        this.goal = goal;
        this.bound = bound;
        this.limits = limits;
        this.context = context;
        this.workers = workers;
    }

    /** For a model of which nothing is known but its answers. */
    static Counterfactual of(
            ItemPlace place,
            Query query,
            List<? extends Change> options,
            Goal goal,
            SearchLimits limits,
            JobContext context) {
        try (Workers workers = new Workers(context.threads())) {
            Outcome before = place.of(query);
            SmallestChange singles = new SmallestChange(
                    place, query, before, List.copyOf(options), goal, Bound.NONE, limits, context, workers);
            double[] margins = singles.marginsAfterEach();
            List<Change> ordered = Arrays.stream(order(margins, goal))
                    .mapToObj(i -> (Change) options.get(i))
                    .toList();
            return new SmallestChange(place, query, before, ordered, goal, Bound.NONE, limits, context, workers)
                    .search(singles.questions);
        }
    }

    /** For removals under a model that is linear in the history. */
    static Counterfactual ofLinear(
            ItemPlace place,
            Query query,
            List<Change.Removal> options,
            LinearMargins margins,
            Goal goal,
            SearchLimits limits,
            JobContext context) {
        int[] order = order(margins.afterEach(place.k()), goal);
        List<Change> ordered =
                Arrays.stream(order).mapToObj(i -> (Change) options.get(i)).toList();
        Bound bound = new LinearBound(margins.ordered(order), goal, place.k(), limits.maxSize());
        try (Workers workers = new Workers(context.threads())) {
            return new SmallestChange(place, query, place.of(query), ordered, goal, bound, limits, context, workers)
                    .search(1);
        }
    }

    /** Numbers of the options, those that help the goal most first. */
    private static int[] order(double[] margins, Goal goal) {
        Comparator<Integer> helpful = Comparator.comparingDouble(i -> margins[i]);
        return IntStream.range(0, margins.length)
                .boxed()
                .sorted(goal == Goal.DROP ? helpful : helpful.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] marginsAfterEach() {
        int[][] sets =
                IntStream.range(0, options.size()).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
        double[] margins = new double[sets.length];
        questions = 1;
        for (int from = 0; from < sets.length; from += BLOCK) {
            context.cancellation().throwIfCancelled();
            context.progress().report("Trying each change by itself", from, sets.length);
            Outcome[] outcomes = outcomes(Arrays.copyOfRange(sets, from, Math.min(sets.length, from + BLOCK)));
            for (int i = 0; i < outcomes.length; i++) {
                margins[from + i] = outcomes[i].margin();
            }
        }
        return margins;
    }

    private Counterfactual search(long asked) {
        if (reached(before)) {
            throw new IllegalArgumentException("the goal is reached before anything is changed");
        }
        questions = asked;
        boolean hopeless = !bound.mayReach(options.size());
        Optional<Tried> best = hopeless ? Optional.empty() : greedy();
        int largest = best.map(b -> b.chosen().length - 1).orElse(options.size());
        int ruledOut = hopeless ? largest : 0;
        while (ruledOut < largest) {
            int size = ruledOut + 1;
            if (bound.mayReach(size)) {
                if (size > limits.maxSize()) {
                    break;
                }
                Level level = new Level(size);
                level.descend(0, 0);
                boolean whole = level.finish();
                if (level.found.isPresent()) {
                    best = level.found;
                    break;
                }
                if (!whole) {
                    break;
                }
            }
            ruledOut = size;
        }
        List<Change> changes = best.map(
                        b -> Arrays.stream(b.chosen()).mapToObj(options::get).toList())
                .orElse(List.of());
        int needed = best.map(b -> b.chosen().length - 1).orElse(options.size());
        return new Counterfactual(
                goal, place.k(), changes, ruledOut >= needed, ruledOut, before, best.map(Tried::outcome), questions);
    }

    /** Adds options in their order until the goal is reached, then takes back those that can be spared. */
    private Optional<Tried> greedy() {
        List<Integer> chosen = new ArrayList<>();
        Outcome outcome = before;
        for (int i = 0; i < options.size() && !reached(outcome); i++) {
            if (excluded(chosen, i)) {
                continue;
            }
            context.cancellation().throwIfCancelled();
            context.progress().report("Adding change to change", i, options.size());
            chosen.add(i);
            outcome = ask(chosen);
        }
        if (!reached(outcome)) {
            return Optional.empty();
        }
        // Sparing one may make another dispensable: round after round, until none is.
        boolean spared = true;
        while (spared) {
            spared = false;
            for (int i = chosen.size() - 1; i >= 0 && chosen.size() > 1; i--) {
                context.cancellation().throwIfCancelled();
                List<Integer> fewer = new ArrayList<>(chosen);
                fewer.remove(i);
                Outcome without = ask(fewer);
                if (reached(without)) {
                    chosen = fewer;
                    outcome = without;
                    spared = true;
                }
            }
        }
        return Optional.of(new Tried(chosen.stream().mapToInt(Integer::intValue).toArray(), outcome));
    }

    private boolean excluded(List<Integer> chosen, int option) {
        return chosen.stream().anyMatch(c -> options.get(c).excludes(options.get(option)));
    }

    private boolean reached(Outcome outcome) {
        return goal.isReached(outcome.rank(), place.k());
    }

    private Outcome ask(List<Integer> chosen) {
        return outcomes(new int[][] {chosen.stream().mapToInt(Integer::intValue).toArray()})[0];
    }

    private Outcome[] outcomes(int[][] sets) {
        Outcome[] outcomes = new Outcome[sets.length];
        workers.forEach(sets.length, (block, worker) -> {
            Query changed = query;
            for (int option : sets[block]) {
                changed = options.get(option).in(changed);
            }
            outcomes[block] = place.of(changed);
        });
        questions += sets.length;
        return outcomes;
    }

    /** All sets of one size, in the order of their numbers. */
    private final class Level {
        private final int size;
        private final String stage;
        private final int[] chosen;
        private final List<int[]> waiting = new ArrayList<>();
        private final double total;
        private double passed;
        private long reported;
        private boolean spent;
        private Optional<Tried> found = Optional.empty();

        Level(int size) {
            this.size = size;
            this.stage = "Trying sets of " + size;
            this.chosen = new int[size];
            this.total = sets(options.size(), size);
        }

        /** @return whether to stop */
        boolean descend(int depth, int next) {
            if (depth == size) {
                waiting.add(chosen.clone());
                return waiting.size() == BLOCK && ask();
            }
            for (int i = next; i <= options.size() - (size - depth); i++) {
                if (clashes(depth, i)) {
                    skip(depth, i);
                    continue;
                }
                if (++bounds > MOST_BOUNDS && bound != Bound.NONE) {
                    spent = true;
                    return true;
                }
                bound.push(i);
                boolean may = bound.mayReach(i + 1, size - depth - 1);
                chosen[depth] = i;
                boolean stop = may && descend(depth + 1, i + 1);
                bound.pop();
                if (stop) {
                    return true;
                }
                if (!may) {
                    skip(depth, i);
                }
            }
            return false;
        }

        private boolean clashes(int depth, int option) {
            for (int i = 0; i < depth; i++) {
                if (options.get(chosen[i]).excludes(options.get(option))) {
                    return true;
                }
            }
            return false;
        }

        /** All sets that begin as chosen so far and go on with {@code option} are settled. */
        private void skip(int depth, int option) {
            passed += sets(options.size() - option - 1, size - depth - 1);
            if (bounds - reported >= REPORT) {
                reported = bounds;
                context.cancellation().throwIfCancelled();
                report();
            }
        }

        private void report() {
            context.progress().report(stage, (long) Math.min(passed, total), (long) total);
        }

        /** Asks what is waiting; @return whether to stop. */
        private boolean ask() {
            context.cancellation().throwIfCancelled();
            report();
            if (questions + waiting.size() > limits.questions()) {
                spent = true;
                return true;
            }
            Outcome[] outcomes = outcomes(waiting.toArray(int[][]::new));
            for (int i = 0; i < outcomes.length && found.isEmpty(); i++) {
                if (reached(outcomes[i])) {
                    found = Optional.of(new Tried(waiting.get(i), outcomes[i]));
                }
            }
            passed += waiting.size();
            waiting.clear();
            return found.isPresent();
        }

        /** Asks the rest; @return whether all sets were settled. */
        boolean finish() {
            if (!spent && found.isEmpty()) {
                ask();
            }
            report();
            return !spent;
        }

        private static double sets(int from, int size) {
            double count = 1;
            for (int i = 0; i < size; i++) {
                count = count * (from - i) / (i + 1);
            }
            return Math.max(0, count);
        }
    }
}
