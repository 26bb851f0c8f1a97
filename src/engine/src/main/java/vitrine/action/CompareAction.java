package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vitrine.action.CompareResult.Compared;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.assess.TopLists;
import vitrine.assess.UserMeasures;
import vitrine.data.IdIndex;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

/** Measures two to four models on the same users and says whether they differ, how much, and for whom. */
public final class CompareAction implements Action<CompareRequest, CompareResult> {
    private static final int MOST = 4;
    /** Places whose overlap is measured, whatever k the measures have. */
    static final int DEPTH = 10;

    @Override
    public CompareResult run(CompareRequest request, JobContext context) {
        List<String> names = request.models();
        Protocols.named(request.protocol(), request.k(), request.seed());
        if (names.size() < 2 || names.size() > MOST || names.stream().distinct().count() < names.size()) {
            throw new WrongUsageException("Name two to four different models to compare, such as --models"
                    + " popularity,itemknn,ease, not " + names.size() + " (" + String.join(", ", names) + ").");
        }
        names.forEach(MeasuredModel::requireFileOrName);
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(request.data(), context);
        request.user().ifPresent(id -> requireKnown(id, read.log().users()));
        Optional<GivenReading> given =
                request.given().map(files -> GivenReading.of(files, request.data(), read.log(), context));
        Protocol protocol = GivenReading.protocol(given, request.protocol(), request.k(), request.seed());
        Split split = protocol.splitter().split(read.log());
        List<MeasuredModel> measured = new ArrayList<>();
        for (String name : names) {
            measured.add(MeasuredModel.of(name, new TreeMap<>(), protocol, read, split, request.seed(), context));
        }
        List<UserMeasures> byUser =
                measured.stream().map(one -> one.evaluation().perUser()).toList();
        int[] users = byUser.get(0).users();
        TopLists lists = new TopLists(split);
        List<int[][]> tops = measured.stream()
                .map(one -> lists.of(one.model(), users, DEPTH, context))
                .toList();
        return new CompareResult(
                protocol.name(),
                request.k(),
                users.length,
                measured.get(0).evaluation().usersWithoutTest(),
                compared(names, measured),
                PairedTests.of(names, byUser),
                ListOverlaps.of(names, DEPTH, users, read.log().users(), tops),
                request.user().map(id -> {
                    UserLists one = new UserLists(names, models(measured), lists, split, read.items());
                    int user = read.log().users().indexOf(id);
                    return given.map(files ->
                                    one.of(user, files.test().relevant().getOrDefault(user, new int[0])))
                            .orElseGet(() -> one.of(user));
                }),
                (System.nanoTime() - start) / 1e9);
    }

    private static List<Recommender> models(List<MeasuredModel> measured) {
        return measured.stream().map(MeasuredModel::model).toList();
    }

    private static void requireKnown(String id, IdIndex users) {
        if (users.indexOf(id) == IdIndex.UNKNOWN) {
            throw new BadInputException(
                    "There is no user \"" + id + "\" in the data. Ids are compared exactly as they stand in the file.");
        }
    }

    static List<Compared> compared(List<String> names, List<MeasuredModel> measured) {
        List<Compared> models = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            MeasuredModel one = measured.get(i);
            models.add(new Compared(
                    names.get(i),
                    one.model().name(),
                    EvaluateAction.named(one.evaluation().metrics()),
                    EvaluateAction.overUsers(one.evaluation().perUser()),
                    MeasuredModel.isFile(names.get(i)) ? 0 : one.trainSeconds(),
                    one.scoreSeconds()));
        }
        return models;
    }
}
