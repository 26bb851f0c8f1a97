package vitrine.cli.text;

import vitrine.action.ProbabilityCheck;

/** What was predicted beside what happened. */
final class ReliabilityText {
    private ReliabilityText() {}

    /**
     * @param several whether the measures beside it are means over seeds, which these are not
     * @return lines of text with their ends
     */
    static String of(ProbabilityCheck check, String protocol, boolean several) {
        if (!check.outcome().equals("measured")) {
            return "\nProbabilities: not measured, since " + why(check.outcome(), protocol) + "\n";
        }
        TextTable table = new TextTable(">predicted", ">observed", ">95 % interval", ">n", "");
        for (ProbabilityCheck.Bin bin : check.bins()) {
            table.row(
                    Display.number(bin.predicted(), 5),
                    Display.number(bin.observed(), 5),
                    Display.number(bin.low(), 5) + " to " + Display.number(bin.high(), 5),
                    Display.count(bin.n()),
                    bin.holds() ? "" : "outside");
        }
        return "\nProbabilities that an item is the next new one a user takes, by bins of equal sums, "
                + Display.count(check.users()) + " users"
                + (several ? ", of seed " + check.seed() + " alone" : "") + "\n" + table + "Calibration error "
                + number(check.calibrationError())
                + " of the events; true probabilities would scatter by about " + number(check.chanceError()) + "\n";
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "-" : Display.number(value, 3);
    }

    private static String why(String outcome, String protocol) {
        return switch (outcome) {
            case "other-event" ->
                Display.clip(protocol, 60)
                        + " asks another question than probabilities answer; use --protocol loo-full.";
            case "not-calibrated" -> "the file has none.";
            case "nothing-held-back" -> "nothing was held back from training to calibrate them on.";
            case "too-few-users" -> "too few users have an item held back to calibrate them on.";
            case "too-many-items" -> "there are too many items to score for each user.";
            default -> "held-back items have no higher scores than others.";
        };
    }
}
