package vitrine.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vitrine.assess.GivenTest;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/** Given files in the numbering of the training data, with a count of what could not be used. */
record GivenReading(GivenTest test, GivenCounts counts) {
    /** @throws BadInputException when a file cannot be read, with its line */
    static GivenReading of(GivenFiles files, DataOptions data, InteractionLog training, JobContext context) {
        InteractionLog log = DataLoading.read(pairsLike(data, files.test(), files.columns()), context)
                .log();
        Split all = new NoSplit().split(training);
        InteractionMatrix had = InteractionMatrix.of(training, all.trainTargets());
        Set<String> unknownUsers = new HashSet<>();
        Set<String> unknownItems = new HashSet<>();
        SortedMap<Integer, TreeSet<Integer>> relevant = new TreeMap<>();
        int[] pairs = new NoSplit().split(log).trainTargets();
        int seen = 0;
        int measured = 0;
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
                    measured++;
                }
            }
        }
        Optional<Negatives> negatives =
                files.negatives().map(file -> Negatives.read(file, files, data, training, context));
        int among = negatives.map(listed -> listed.among(relevant)).orElse(0);
        GivenTest test = new GivenTest(
                String.valueOf(files.test().getFileName()),
                arrays(relevant),
                negatives.map(listed -> arrays(listed.items())));
        return new GivenReading(
                test,
                new GivenCounts(
                        pairs.length,
                        measured,
                        unknownUsers.size(),
                        unknownItems.size(),
                        seen,
                        negatives.map(Negatives::unknown).orElse(0),
                        among));
    }

    /** Read like the training data, but nothing of it is dropped for being rare. */
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
                0,
                0,
                data.productsOnly());
    }

    private static SortedMap<Integer, int[]> arrays(Map<Integer, TreeSet<Integer>> sets) {
        SortedMap<Integer, int[]> arrays = new TreeMap<>();
        sets.forEach((user, items) ->
                arrays.put(user, items.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /** The listed candidates of each user. */
    private record Negatives(SortedMap<Integer, TreeSet<Integer>> items, int unknown) {
        static Negatives read(
                Path file, GivenFiles files, DataOptions data, InteractionLog training, JobContext context) {
            SortedMap<Integer, TreeSet<Integer>> items = new TreeMap<>();
            Set<String> unknown = new HashSet<>();
            if (hasTuples(file)) {
                readTuples(file, training, items, unknown);
            } else {
                InteractionLog log = DataLoading.read(pairsLike(data, file, files.columns()), context)
                        .log();
                for (int row = 0; row < log.size(); row++) {
                    add(log.users().id(log.user(row)), log.items().id(log.item(row)), training, items, unknown);
                }
            }
            return new Negatives(items, unknown.size());
        }

        int among(SortedMap<Integer, TreeSet<Integer>> relevant) {
            return (int) relevant.entrySet().stream()
                    .filter(entry -> items.getOrDefault(entry.getKey(), new TreeSet<>()).stream()
                            .anyMatch(entry.getValue()::contains))
                    .count();
        }

        private static void add(
                String userId,
                String itemId,
                InteractionLog training,
                SortedMap<Integer, TreeSet<Integer>> items,
                Set<String> unknown) {
            int user = training.users().indexOf(userId);
            int item = training.items().indexOf(itemId);
            if (item == IdIndex.UNKNOWN) {
                unknown.add(itemId);
            } else if (user != IdIndex.UNKNOWN) {
                items.computeIfAbsent(user, key -> new TreeSet<>()).add(item);
            }
        }

        private static boolean hasTuples(Path file) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                return lines.read() == '(';
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        private static void readTuples(
                Path file, InteractionLog training, SortedMap<Integer, TreeSet<Integer>> items, Set<String> unknown) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (line.isBlank()) {
                        continue;
                    }
                    String[] fields = line.split("\t", -1);
                    int comma = fields[0].indexOf(',');
                    if (!fields[0].startsWith("(") || !fields[0].endsWith(")") || comma < 0 || fields.length < 2) {
                        throw new BadInputException(file + ", line " + number
                                + ": expected (user,item) and then items with tabs between. Correct the line or remove"
                                + " it.");
                    }
                    for (int i = 1; i < fields.length; i++) {
                        if (!fields[i].isBlank()) {
                            add(fields[0].substring(1, comma), fields[i].strip(), training, items, unknown);
                        }
                    }
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        private static BadInputException unreadable(Path file, IOException e) {
            return new BadInputException(
                    "Cannot read " + file + ": " + e + ". Check that the file exists and is UTF-8 text.", e);
        }
    }
}
