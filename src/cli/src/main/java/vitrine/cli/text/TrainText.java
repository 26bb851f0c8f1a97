package vitrine.cli.text;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vitrine.action.TrainResult;
import vitrine.train.EpochRecord;

/** The epochs with their yardsticks, and where the model is. */
public final class TrainText {
    private TrainText() {}

    /** @return lines of text with their ends */
    public static String of(TrainResult result) {
        StringBuilder text = new StringBuilder();
        if (!result.epochs().isEmpty()) {
            text.append(epochs(result));
            text.append("Yardsticks, knowing nothing of users and items: loss ");
            text.append(Display.number(result.baseRateLoss(), 4)).append(", accuracy ");
            text.append(Display.number(result.alwaysNoAccuracy(), 4)).append("\n\n");
        }
        text.append("Model ").append(result.model());
        text.append(", split ").append(result.provenance().split());
        text.append(", seed ").append(result.provenance().seed());
        text.append(", data ")
                .append(Display.clip(result.provenance().dataSha256(), 13))
                .append('\n');
        text.append("Parameters: ");
        text.append(result.parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        if (result.probabilities() != null) {
            text.append("Probabilities: ")
                    .append(result.probabilities().sentence())
                    .append('\n');
        }
        text.append(
                result.file().isEmpty()
                        ? "Not saved, since no --out was given\n"
                        : "Saved as " + Display.clip(result.file(), 400) + "\n");
        return text.toString();
    }

    private static TextTable epochs(TrainResult result) {
        TreeSet<String> measures = new TreeSet<>();
        result.epochs().forEach(epoch -> measures.addAll(epoch.validation().keySet()));
        TextTable table = new TextTable(Stream.of(
                        Stream.of(">epoch", ">loss", ">accuracy"),
                        measures.stream().map(name -> ">val. " + name),
                        Stream.of(">seconds", ">examples/s"))
                .flatMap(part -> part)
                .toArray(String[]::new));
        for (EpochRecord epoch : result.epochs()) {
            table.row(Stream.of(
                            Stream.of(
                                    Integer.toString(epoch.epoch()),
                                    Display.number(epoch.loss(), 4),
                                    Display.number(epoch.accuracy(), 4)),
                            measures.stream()
                                    .map(name ->
                                            Display.number(epoch.validation().getOrDefault(name, Double.NaN), 4)),
                            Stream.of(
                                    Display.number(epoch.seconds(), 1),
                                    Display.count(Math.round(epoch.examplesPerSecond()))))
                    .flatMap(part -> part)
                    .toArray(String[]::new));
        }
        return table;
    }
}
