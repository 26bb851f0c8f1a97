package vitrine.action;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vitrine.assess.GivenProtocol;
import vitrine.assess.GivenTest;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.ingest.CandidateLists;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/** Given files in the numbering of the training data, with a count of what could not be used. */
record GivenReading(GivenTest test, GivenCounts counts) {
    /** The protocol of given files, or where there are none the one of this name. */
    static Protocol protocol(Optional<GivenReading> given, String name, int k, long seed) {
        return given.<Protocol>map(reading -> new GivenProtocol(reading.test(), k, seed))
                .orElseGet(() -> Protocols.named(name, k, seed));
    }

    /** @throws BadInputException when a file cannot be read, with its line, or no user has items to rank among */
    static GivenReading of(GivenFiles files, DataOptions data, InteractionLog training, JobContext context) {
        InteractionLog log = DataLoading.readUncut(pairsLike(data, files.test(), files.columns()), context)
                .log();
        Split all = new NoSplit().split(training);
        InteractionMatrix had = InteractionMatrix.of(training, all.trainTargets());
        Set<String> unknownUsers = new HashSet<>();
        Set<String> unknownItems = new HashSet<>();
        SortedMap<Integer, Set<Integer>> relevant = new TreeMap<>();
        int[] pairs = new NoSplit().split(log).trainTargets();
        int seen = 0;
        for (int row : pairs) {
            String userId = log.users().id(log.user(row));
            String itemId = log.items().id(log.item(row));
            int user = training.users().indexOf(userId);
            int item = training.items().indexOf(itemId);
            if (user == IdIndex.UNKNOWN) {
                unknownUsers.add(userId);
            }
            if (item == IdIndex.UNKNOWN) {
                unknownItems.add(itemId);
            }
            if (user != IdIndex.UNKNOWN && item != IdIndex.UNKNOWN) {
                if (had.contains(user, item)) {
                    seen++;
                } else {
                    relevant.computeIfAbsent(user, key -> new TreeSet<>()).add(item);
                }
            }
        }
        Optional<Negatives> negatives =
                files.negatives().map(file -> Negatives.read(file, files, data, training, context));
        int withoutList = negatives
                .map(listed -> listed.leaveOutUnlisted(relevant, files))
                .orElse(0);
        GivenTest test = new GivenTest(
                String.valueOf(files.test().getFileName()),
                arrays(relevant),
                negatives.map(listed -> arrays(listed.items)));
        return new GivenReading(
                test,
                new GivenCounts(
                        pairs.length,
                        relevant.values().stream().mapToInt(Set::size).sum(),
                        unknownUsers.size(),
                        unknownItems.size(),
                        seen,
                        negatives.map(listed -> listed.unknownItems.size()).orElse(0),
                        negatives.map(listed -> listed.among(relevant)).orElse(0),
                        withoutList,
                        negatives.map(listed -> listed.unknownUsers.size()).orElse(0)));
    }

    private static DataOptions pairsLike(DataOptions data, Path file, List<String> columns) {
        return new DataOptions(
                List.of(file),
                Optional.empty(),
                Optional.empty(),
                data.format(),
                data.mapping(),
                columns.isEmpty() ? data.columns() : columns,
                data.cleaning(),
                data.eventWeights(),
                data.minValue(),
                data.minUser(),
                data.minItem(),
                data.productsOnly());
    }

    /** @param sets in ascending order */
    private static SortedMap<Integer, int[]> arrays(Map<Integer, Set<Integer>> sets) {
        SortedMap<Integer, int[]> arrays = new TreeMap<>();
        sets.forEach((user, items) ->
                arrays.put(user, items.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /** The listed candidates of each user. */
    private static final class Negatives {
        private final InteractionLog training;
        private final SortedMap<Integer, Set<Integer>> items = new TreeMap<>();
        private final Set<String> unknownUsers = new HashSet<>();
        private final Set<String> unknownItems = new HashSet<>();

        private Negatives(InteractionLog training) {
            this.training = training;
        }

        static Negatives read(
                Path file, GivenFiles files, DataOptions data, InteractionLog training, JobContext context) {
            Negatives negatives = new Negatives(training);
            if (CandidateLists.isOne(file)) {
                CandidateLists.read(file, negatives::add);
            } else {
                InteractionLog log = DataLoading.readUncut(pairsLike(data, file, files.columns()), context)
                        .log();
                for (int row = 0; row < log.size(); row++) {
                    negatives.add(log.users().id(log.user(row)), log.items().id(log.item(row)));
                }
            }
            return negatives;
        }

        private void add(String userId, String itemId) {
            int user = training.users().indexOf(userId);
            int item = training.items().indexOf(itemId);
            if (user == IdIndex.UNKNOWN) {
                unknownUsers.add(userId);
            }
            if (item == IdIndex.UNKNOWN) {
                unknownItems.add(itemId);
            }
            if (user != IdIndex.UNKNOWN && item != IdIndex.UNKNOWN) {
                items.computeIfAbsent(user, key -> new TreeSet<>()).add(item);
            }
        }

        /**
         * Without others to rank among, what is to be found would always come first.
         *
         * @param relevant loses the users who have none
         * @return how many it lost
         */
        int leaveOutUnlisted(SortedMap<Integer, Set<Integer>> relevant, GivenFiles files) {
            int before = relevant.size();
            relevant.entrySet()
                    .removeIf(entry -> entry.getValue().containsAll(items.getOrDefault(entry.getKey(), Set.of())));
            if (before > 0 && relevant.isEmpty()) {
                throw new BadInputException(
                        "None of the " + before + " users of "
                                + files.test().getFileName() + " has other items in "
                                + files.negatives().map(Path::getFileName).orElseThrow()
                                + " to rank among, so nothing can be measured. Check that both files write user ids the same way.");
            }
            return before - relevant.size();
        }

        int among(SortedMap<Integer, Set<Integer>> relevant) {
            return (int) relevant.entrySet().stream()
                    .filter(entry -> items.getOrDefault(entry.getKey(), Set.of()).stream()
                            .anyMatch(entry.getValue()::contains))
                    .count();
        }
    }
}
