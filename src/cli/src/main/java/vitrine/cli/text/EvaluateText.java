package vitrine.cli.text;

import java.util.List;
import java.util.stream.Stream;
import vitrine.action.EvaluateResult;
import vitrine.action.GivenCounts;
import vitrine.action.Interval;

/** Measures, never without their protocol. */
public final class EvaluateText {
    private static final List<String> BY_GROUP = List.of("hr", "ndcg", "precision", "recall", "map", "mrr", "auc");

    private EvaluateText() {}

    /** @return lines of text with their ends */
    public static String of(EvaluateResult result) {
        TextTable table = new TextTable("measure", ">value", ">sd", ">95 % interval");
        result.metrics().forEach((name, value) -> {
            if (value != null) {
                Interval interval = result.intervals().get(name);
                table.row(
                        name,
                        Display.number(value, 4),
                        interval == null || interval.n() < 2 ? "" : Display.number(interval.sd(), 4),
                        interval == null || interval.n() < 2
                                ? ""
                                : Display.number(interval.low(), 4) + " to " + Display.number(interval.high(), 4));
            }
        });
        return Display.clip(result.model(), 400) + " under protocol " + Display.clip(result.protocol(), 400) + ", k = "
                + result.k() + ", " + Display.count(result.users()) + " users"
                + (result.usersWithoutTest() == 0
                        ? ""
                        : " (" + Display.count(result.usersWithoutTest()) + " have nothing held out)")
                + (result.seeds().size() > 1 ? ", " + result.seeds().size() + " seeds" : "") + ", "
                + Display.number(result.seconds(), 1) + " s\nsd and interval over " + result.intervalsOver() + "\n"
                + result.given().map(EvaluateText::given).orElse("") + "\n" + table + groups(result)
                + ReliabilityText.of(
                        result.reliability(), result.protocol(), result.seeds().size() > 1);
    }

    private static String given(GivenCounts given) {
        return Display.count(given.measured()) + " of " + Display.count(given.pairs())
                + " given pairs measured; left out: "
                + Display.count(given.unknownUsers()) + " users and " + Display.count(given.unknownItems())
                + " items the training data do not have, " + Display.count(given.seenPairs())
                + " pairs already in training, " + Display.count(given.unknownNegatives())
                + " listed items and " + Display.count(given.unknownNegativeUsers())
                + " users with lists the training data do not have, "
                + Display.count(given.usersWithoutNegatives())
                + " users without listed items to rank among; "
                + Display.count(given.targetsAmongNegatives())
                + " users have their own item among the listed ones, where it counts once\n";
    }

    private static String groups(EvaluateResult result) {
        if (result.groups().isEmpty()) {
            return "";
        }
        String[] headers = Stream.concat(
                        Stream.of("group", ">users"), BY_GROUP.stream().map(name -> ">" + name))
                .toArray(String[]::new);
        TextTable table = new TextTable(headers);
        result.groups()
                .forEach(group -> table.row(Stream.concat(
                                Stream.of(group.group(), Display.count(group.users())),
                                BY_GROUP.stream().map(name -> {
                                    Double value = group.metrics().get(name);
                                    return value == null ? "" : Display.number(value, 4);
                                }))
                        .toArray(String[]::new)));
        return "\n" + table;
    }
}
