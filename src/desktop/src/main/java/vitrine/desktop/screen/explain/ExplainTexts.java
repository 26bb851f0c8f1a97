package vitrine.desktop.screen.explain;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import vitrine.action.OpenExplanation;
import vitrine.chart.ContributionRows;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.workspace.Edits;
import vitrine.explain.Figures;
import vitrine.words.Bilingual;
import vitrine.words.ContrastWords;
import vitrine.words.ExplanationWords;
import vitrine.words.NotTestedWords;
import vitrine.words.Percentages;
import vitrine.words.SumLine;
import vitrine.words.VerdictWords;

/** Everything the Explain screen says, in the window's language. */
final class ExplainTexts {
    private static final Figures THREE = new Figures(3);
    /** Letters of a title in the legend. */
    private static final int LONGEST_TITLE = 28;

    private final Texts texts;
    private final ExplainViewModel model;

    ExplainTexts(Texts texts, ExplainViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    /** "Why PARTY BUNTING for user 17850?" */
    ObservableValue<String> question() {
        return texts.bind(
                () -> model.askedProperty()
                        .get()
                        .map(asked -> {
                            String user = asked.list().question().user();
                            String why = texts.of(rival().map(r -> ContrastWords.question(asked.title(), r, user))
                                    .orElseGet(() -> ExplanationWords.question(asked.title(), user)));
                            Edits edits = asked.list().question().edits();
                            String edited = edits.context().isEmpty() ? "explain.edited" : "explain.asked";
                            return edits.isEmpty() ? why : texts.get(edited, why);
                        })
                        .orElse(texts.get("explain.pick")),
                model.askedProperty(),
                model.againstProperty());
    }

    /** Title of the item asked to compare with. */
    private Optional<String> rival() {
        return model.againstProperty().get().isPresent()
                ? model.askedProperty()
                        .get()
                        .map(asked -> asked.list()
                                .question()
                                .run()
                                .session()
                                .title(model.againstProperty().get().getAsInt()))
                : Optional.empty();
    }

    /** What the bars are of. */
    ObservableValue<String> barsTitle() {
        return scoreOrMargin("explain.bars");
    }

    /** What the removal curve shows. */
    ObservableValue<String> curveTitle() {
        return scoreOrMargin("explain.curve");
    }

    private ObservableValue<String> scoreOrMargin(String key) {
        return texts.bind(
                () -> texts.get(
                        model.answerProperty()
                                        .get()
                                        .filter(answer -> answer.against().isPresent())
                                        .isPresent()
                                ? key + ".margin"
                                : key),
                model.answerProperty());
    }

    /** What a bar to the right says. */
    ObservableValue<String> towards() {
        return side("explain.raises", answer -> answer.asked().title());
    }

    /** What a bar to the left says. */
    ObservableValue<String> away() {
        return side("explain.lowers", answer -> answer.rival().orElse(""));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    private ObservableValue<String> side(String ofScore, java.util.function.Function<Answer, String> title) {
        return texts.bind(
                () -> model.answerProperty()
                        .get()
                        .filter(answer -> answer.against().isPresent())
                        .map(answer -> texts.get("explain.speaks-for", shortened(title.apply(answer))))
                        .orElseGet(() -> texts.get(ofScore)),
                model.answerProperty());
    }

    /** The headline and what becomes of the item's place, once checked. */
    ObservableValue<String> headline() {
        return ofAnswer(answer -> answer.checked()
                .map(open -> texts.of(headline(answer, open)) + folded(answer))
                .orElseGet(this::unchecked));
    }

    private static Bilingual headline(Answer answer, OpenExplanation open) {
        return answer.rival()
                .map(rival -> ContrastWords.headline(
                        open.checked(),
                        open.parts(),
                        answer.figures(),
                        open.verb(),
                        answer.asked().title(),
                        rival))
                .orElseGet(() -> ExplanationWords.headline(open.checked(), open.parts(), answer.figures(), open.verb())
                        .then(standing(open)));
    }

    private String folded(Answer answer) {
        var run = answer.asked().list().question().run();
        return run.session().foldsIn() ? " " + texts.get("explain.folded", run.model()) : "";
    }

    private String unchecked() {
        return texts.get(
                model.stateProperty().get() == VerdictState.CHECKING ? "explain.unchecked" : "explain.stopped");
    }

    /** What the panel says while there is no verdict; empty when there is one, or nothing to judge. */
    ObservableValue<String> waiting() {
        return ofAnswer(answer -> answer.checked().isPresent() ? "" : unchecked());
    }

    private static Bilingual standing(OpenExplanation open) {
        return ExplanationWords.standing(
                open.standing().named(), open.standing().rank(), open.standing().withoutNamed());
    }

    /** "empty history −2.01 + contributions 3.62 = score 1.61 → probability 2.51 %". */
    ObservableValue<String> sum() {
        return ofAnswer(answer -> texts.of(SumLine.of(answer.explanation(), answer.figures())
                        .map(line -> answer.against().isPresent() ? line.marginText() : line.text())
                        .orElseGet(SumLine::noSum))
                + answer.checked().map(this::probability).orElse(""));
    }

    private String probability(OpenExplanation open) {
        return open.probability().isPresent() && open.against().isEmpty()
                ? texts.get(
                        "explain.probability",
                        texts.of(Percentages.of(open.probability().getAsDouble())))
                : "";
    }

    ObservableValue<String> gap() {
        return ofAnswer(answer -> line(answer)
                .map(SumLine::gap)
                .filter(gap -> !gap.isEmpty())
                .map(gap -> texts.get("explain.brackets", texts.of(gap)))
                .orElse(""));
    }

    ObservableValue<Boolean> gapIsLarge() {
        return model.answerProperty()
                .map(answer -> answer.flatMap(ExplainTexts::line)
                        .map(SumLine::gapIsLarge)
                        .orElse(false));
    }

    private static Optional<SumLine> line(Answer answer) {
        return SumLine.of(answer.explanation(), answer.figures());
    }

    /** "10 of 21 parts shown singly, 2 had no effect". */
    String counts(ContributionRows rows) {
        String shown = texts.get("explain.counts", rows.singles(), rows.parts());
        return rows.noEffect() == 0 ? shown : texts.get("explain.counts.none", shown, rows.noEffect());
    }

    /** What a bar says: its name, value and share. */
    String bar(Answer answer, String row, double value) {
        return texts.get("explain.bar", row, texts.numbers().decimal(100 * answer.share(value), 0));
    }

    /** For bars that are all zero: a model that ignores everybody's history, or a history that does not matter here. */
    String nothing(Answer answer) {
        var run = answer.asked().list().question().run();
        boolean blind = !run.session().byHistory().readsHistory();
        return texts.get(blind ? "explain.nothing" : "explain.nothing.here", run.model());
    }

    /** The verdict as a sentence. */
    ObservableValue<String> verdict() {
        return ofChecked(open -> texts.of(
                open.against().isPresent()
                        ? ContrastWords.verdict(open.checked(), open.parts())
                        : VerdictWords.sentence(open.checked(), open.parts())));
    }

    ObservableValue<String> notTested() {
        return ofChecked(open -> open.checked()
                .faithfulness()
                .map(measured -> texts.of(NotTestedWords.sentence(measured.notTested(), open.parts())))
                .orElse(""));
    }

    ObservableValue<String> standing() {
        return ofChecked(open -> open.against().isPresent() ? "" : texts.of(standing(open)));
    }

    /** p, random orders, seed, duration. */
    ObservableValue<String> details() {
        return ofChecked(open -> {
            String seconds = texts.numbers().decimal(open.milliseconds() / 1000, 1);
            return open.checked()
                    .faithfulness()
                    .map(m -> texts.get(
                            "explain.details", THREE.plain(m.pValue()), m.randomOrders(), open.seed(), seconds))
                    .orElse(texts.get("explain.details.short", open.seed(), seconds));
        });
    }

    private ObservableValue<String> ofAnswer(java.util.function.Function<Answer, String> words) {
        return texts.bind(
                () -> model.answerProperty().get().map(words).orElse(""),
                model.answerProperty(),
                model.stateProperty());
    }

    private ObservableValue<String> ofChecked(java.util.function.Function<OpenExplanation, String> words) {
        return ofAnswer(answer -> answer.checked().map(words).orElse(""));
    }
}
