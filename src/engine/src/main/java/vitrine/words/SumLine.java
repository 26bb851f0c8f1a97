package vitrine.words;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Explanation;
import vitrine.explain.Figures;
import vitrine.model.Part;

/**
 * "empty history −2.01 + contributions 3.62 = score 1.61": right to the last shown digit. A difference of one unit of that
 * digit is rounding and goes into the contributions; a larger one is a real gap and gets a term of its own.
 */
public final class SumLine {
    /** Above this share of the score's change the gap is a warning. */
    public static final double LARGE_GAP = .05;

    private final Figures figures;
    private final BigInteger reference;
    private final BigInteger contributions;
    private final BigInteger rest;
    private final BigInteger score;
    private final Optional<Double> gap;
    private final Bilingual from;

    private SumLine(Explanation explanation, Figures figures) {
        this.figures = figures;
        double change = explanation.score() - explanation.referenceScore();
        reference = figures.units(explanation.referenceScore());
        score = figures.units(explanation.score());
        BigInteger printed = figures.units(explanation.sum());
        BigInteger missing = score.subtract(reference).subtract(printed);
        boolean rounding = missing.abs().compareTo(BigInteger.ONE) <= 0;
        contributions = rounding ? printed.add(missing) : printed;
        rest = rounding ? BigInteger.ZERO : missing;
        from = reference(explanation);
        OptionalDouble delta = explanation.convergenceDelta();
        gap = delta.isPresent() && change != 0 ? Optional.of(Math.abs(delta.getAsDouble() / change)) : Optional.empty();
    }

    /** What is known at the reference: only of a model that reads more than the history is more than that taken away. */
    private static Bilingual reference(Explanation explanation) {
        boolean features = explanation.contributions().stream()
                .anyMatch(c -> c.kind() == Part.Kind.CONTEXT || c.kind() == Part.Kind.ITEM);
        return features ? new Bilingual("item alone", "仅商品本身") : new Bilingual("empty history", "空历史");
    }

    /** Empty for a method that promises no sum. */
    public static Optional<SumLine> of(Explanation explanation, Figures figures) {
        boolean finite = Double.isFinite(explanation.score())
                && Double.isFinite(explanation.referenceScore())
                && Double.isFinite(explanation.sum());
        return explanation.convergenceDelta().isPresent() && finite
                ? Optional.of(new SumLine(explanation, figures))
                : Optional.empty();
    }

    /** What to say instead when there is no sum. */
    public static Bilingual noSum() {
        return new Bilingual("This method does not add up to the score.", "该方法的贡献之和不等于得分。");
    }

    /** The line without its gap. */
    public Bilingual text() {
        return line(from, new Bilingual("score", "得分"));
    }

    /** The same for a contrast: "margin of empty history −0.01 + contributions 0.20 = margin 0.19". */
    public Bilingual marginText() {
        return line(new Bilingual("margin of " + from.en(), from.zh() + "的差距"), new Bilingual("margin", "差距"));
    }

    private Bilingual line(Bilingual start, Bilingual end) {
        String left = rest.signum() == 0 ? "" : " + unexplained " + figures.plain(rest);
        String leftZh = rest.signum() == 0 ? "" : " + 未解释 " + figures.plain(rest);
        String first = " " + figures.plain(reference) + " + ";
        String sum = " " + figures.plain(contributions);
        String last = " " + figures.plain(score);
        return new Bilingual(
                start.en() + first + "contributions" + sum + left + " = " + end.en() + last,
                start.zh() + first + "贡献" + sum + leftZh + " = " + end.zh() + last);
    }

    /** "sum gap 0.4 %", or nothing. */
    public Bilingual gap() {
        return gap.map(share -> {
                    String percent = Percent.of(share);
                    return new Bilingual("sum gap " + percent + " %", "求和误差 " + percent + "%");
                })
                .orElse(Bilingual.NONE);
    }

    public boolean gapIsLarge() {
        return gap.isPresent() && gap.get() > LARGE_GAP;
    }

    /**
     * A sum of contributions as this line prints it; rounding of one unit of the last digit is taken over from the line.
     *
     * @param sum of the same contributions, reached another way
     */
    public Optional<String> printed(double sum) {
        boolean same = figures.units(sum).subtract(contributions).abs().compareTo(BigInteger.ONE) <= 0;
        return same ? Optional.of(figures.plain(contributions)) : Optional.empty();
    }

    BigInteger reference() {
        return reference;
    }

    BigInteger contributions() {
        return contributions;
    }

    BigInteger rest() {
        return rest;
    }

    BigInteger score() {
        return score;
    }
}
