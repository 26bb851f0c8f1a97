package vitrine.cli.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vitrine.action.CompareResult;
import vitrine.action.CompareResult.Overlap;
import vitrine.action.CompareResult.PairTest;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.CompareResult.TopList;

/** Models side by side. */
public final class CompareText {
    private static final List<String> TESTED = List.of("ndcg", "hr");

    private CompareText() {}

    /** @return lines of text with their ends */
    public static String of(CompareResult result) {
        return "Protocol " + Display.clip(result.protocol(), 400) + ", k = " + result.k() + ", "
                + Display.count(result.users()) + " users ("
                + Display.count(result.usersWithoutTest()) + " have nothing held out), "
                + Display.number(result.seconds(), 1) + " s\n\n" + measures(result) + "\n" + tests(result) + "\n"
                + overlap(result)
                + result.user().map(CompareText::sideBySide).orElse("");
    }

    private static TextTable measures(CompareResult result) {
        TextTable table = new TextTable(Stream.concat(
                        Stream.of("measure"), result.models().stream().map(model -> ">" + model.name()))
                .toArray(String[]::new));
        result.models().stream()
                .flatMap(model -> model.metrics().keySet().stream())
                .distinct()
                .sorted()
                .forEach(name -> {
                    List<String> cells = result.models().stream()
                            .map(model -> model.metrics().get(name))
                            .map(value -> value == null ? "" : Display.number(value, 4))
                            .toList();
                    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                        table.row(Stream.concat(Stream.of(name), cells.stream()).toArray(String[]::new));
                    }
                });
        return table;
    }

    private static String tests(CompareResult result) {
        TextTable table = new TextTable(
                "difference", "measure", ">mean", ">95 % interval", "test", ">p (Holm)", ">better", ">worse");
        for (PairTest test : result.tests()) {
            if (TESTED.contains(test.metric())) {
                table.row(
                        test.a() + " - " + test.b(),
                        test.metric(),
                        Display.number(test.difference(), 4),
                        Display.number(test.low(), 4) + " to " + Display.number(test.high(), 4),
                        test.test(),
                        test.pHolm() < .0001 ? "< 0.0001" : Display.number(test.pHolm(), 4),
                        Display.count(test.better()),
                        Display.count(test.worse()));
            }
        }
        return table.toString();
    }

    private static String overlap(CompareResult result) {
        TextTable table = new TextTable("lists of", ">RBO", ">Jaccard", "differ most for");
        for (Overlap overlap : result.overlap()) {
            table.row(
                    overlap.a() + ", " + overlap.b(),
                    Display.number(overlap.rbo(), 3),
                    Display.number(overlap.jaccard(), 3),
                    overlap.disagreements().stream().limit(3).map(d -> d.user()).collect(Collectors.joining(", ")));
        }
        return table + "(first 10 places among all new items; RBO extrapolated, p = 0.9)\n";
    }

    private static String sideBySide(SideBySide user) {
        StringBuilder text = new StringBuilder("\nUser " + Display.clip(user.user(), 60) + "; chosen: "
                + user.heldOut().stream()
                        .map(product -> Display.clip(product.title(), 60))
                        .collect(Collectors.joining(", "))
                + "\n");
        List<String> models = user.lists().stream().map(TopList::model).toList();
        for (TopList list : user.lists()) {
            TextTable table = new TextTable(Stream.concat(
                            Stream.of(">rank", list.model()), models.stream().map(model -> ">in " + model))
                    .toArray(String[]::new));
            list.items()
                    .forEach(place -> table.row(Stream.concat(
                                    Stream.of(
                                            String.valueOf(place.rank()),
                                            Display.clip(place.title(), 40) + (place.heldOut() ? " *" : "")),
                                    place.ranks().stream().map(String::valueOf))
                            .toArray(String[]::new)));
            text.append('\n').append(table);
        }
        return text.toString();
    }
}
