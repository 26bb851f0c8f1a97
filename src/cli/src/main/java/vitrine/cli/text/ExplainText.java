package vitrine.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vitrine.action.ExplainResult;
import vitrine.action.ExplainResult.Control;
import vitrine.action.ExplainResult.Evidence;
import vitrine.action.ExplainResult.ExplainedPart;

/** A bar chart in text with the verdict beside it: plus signs push the score up, minus signs down. */
public final class ExplainText {
    private static final int BAR = 24;

    private ExplainText() {}

    /** @return lines of text with their ends */
    public static String of(ExplainResult result) {
        StringBuilder text = new StringBuilder("Why ").append(Display.clip(result.item(), 40));
        if (!result.title().isEmpty()) {
            text.append(" (").append(Display.clip(result.title(), 60)).append(')');
        }
        ExplainResult.Against against = result.against();
        if (against != null) {
            text.append(" above ").append(Display.clip(against.item(), 40));
            text.append(against.title().isEmpty() ? "" : " (" + Display.clip(against.title(), 60) + ")");
        }
        text.append(result.user() == null ? "" : " for user " + Display.clip(result.user(), 60))
                .append("?\n");
        if (against != null && result.margin() != null && result.referenceMargin() != null) {
            text.append("Margin ").append(Display.signed(result.margin(), 3));
            text.append(" (").append(Display.number(result.score(), 3));
            text.append(" against ").append(Display.number(against.score(), 3));
            text.append("), at the reference ").append(Display.signed(result.referenceMargin(), 3));
            text.append("; plus speaks for ").append(Display.clip(result.item(), 40));
            text.append(", minus for ").append(Display.clip(against.item(), 40)).append('\n');
        }
        text.append("Score ").append(Display.number(result.score(), 3));
        boolean features = result.faithfulness().notTested().stream()
                .anyMatch(kind -> kind.equals("item") || kind.equals("context"));
        text.append(
                features ? ", with nothing known but the item's id " : ", with an empty history and an unknown user ");
        text.append(Display.number(result.baselineScore(), 3));
        result.percentage()
                .ifPresent(percentage -> text.append(", probability ").append(percentage));
        text.append("; method ").append(result.method()).append("\n\n");
        if (result.foldedIn()) {
            text.append("By fold-in: the model knows users by a trained vector; explained is one fitted to the history,"
                    + " so its score may differ from that in the list.\n\n");
        }
        text.append(bars(result)).append('\n');
        if (result.convergenceDelta() != null) {
            text.append("Convergence delta ")
                    .append(Display.number(result.convergenceDelta(), 4))
                    .append('\n');
        }
        result.methodFigures()
                .forEach((name, value) -> text.append(figure(name))
                        .append(' ')
                        .append(Display.number(value, 4))
                        .append('\n'));
        text.append("Verdict: ")
                .append(result.faithfulness().verdict().toUpperCase(Locale.ROOT))
                .append('\n');
        text.append(Display.clip(result.sentence().en(), 2_000)).append("\n\n");
        return text.append(evidence(result.faithfulness())).toString();
    }

    private static TextTable bars(ExplainResult result) {
        double largest = result.parts().stream()
                .mapToDouble(part -> Math.abs(part.attribution()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean sampled = result.parts().stream().anyMatch(part -> part.standardError() != null);
        TextTable table = sampled
                ? new TextTable("part", "id", "title", ">attribution", ">± s.e.", "")
                : new TextTable("part", "id", "title", ">attribution", "");
        for (ExplainedPart part : result.parts()) {
            List<String> row = new ArrayList<>(List.of(
                    part.kind(),
                    Display.clip(part.id(), 20),
                    Display.clip(part.title(), 40),
                    Display.signed(part.attribution(), 4)));
            if (sampled) {
                row.add(part.standardError() == null ? "" : Display.number(part.standardError(), 4));
            }
            row.add(bar(part.attribution(), largest));
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    /** What a method's own figure is called; one that is not known here goes by its name. */
    private static String figure(String name) {
        return switch (name) {
            case "rSquared" -> "R²";
            case "coalitions" -> "Coalitions asked";
            default -> name;
        };
    }

    private static String bar(double value, double largest) {
        if (!Double.isFinite(value) || value == 0 || largest == 0) {
            return "";
        }
        int length = (int) Math.max(1, Math.round(BAR * Math.abs(value) / largest));
        return (value > 0 ? "+" : "-").repeat(length);
    }

    private static String evidence(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable("removal test", ">POS", ">NEG", ">DEL", ">INS", ">CDCG");
        if (evidence.del() != null) {
            table.row(
                    "this explanation",
                    cell(evidence.pos5()),
                    cell(evidence.neg5()),
                    cell(evidence.del()),
                    cell(evidence.ins()),
                    cell(evidence.cdcg()));
            evidence.controls().forEach((name, control) -> table.row(control(name, control)));
            table.row("better when", "lower", "higher", "lower", "higher", "lower");
            text.append(table);
        }
        if (evidence.pValue() != null) {
            text.append("p against random orders: ")
                    .append(cell(evidence.pValue()))
                    .append('\n');
        }
        if (evidence.infidelity() != null) {
            text.append("Infidelity: ").append(cell(evidence.infidelity())).append('\n');
        }
        if (!evidence.notTested().isEmpty()) {
            text.append("Not tested: ")
                    .append(String.join(", ", evidence.notTested()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String[] control(String name, Control control) {
        return new String[] {
            "control: " + name,
            cell(control.pos5()),
            cell(control.neg5()),
            Display.number(control.del(), 3),
            Display.number(control.ins(), 3),
            cell(control.cdcg())
        };
    }

    private static String cell(@Nullable Double value) {
        return value == null ? "-" : Display.number(value, 3);
    }
}
