package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.Occlusion;
import vitrine.model.LayeredRecommender;
import vitrine.model.Query;
import vitrine.network.ArticleExample;
import vitrine.network.LayerActivation;
import vitrine.provenance.Provenance;
import vitrine.report.ReportContent;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;

/** What the demonstration's report says about one customer and the product bought next. */
final class DemoReport {
    private static final int LIST = 10;
    /** Layers worth a picture; the others stand in the table. */
    private static final List<String> DRAWN = List.of("conv1d", "mean");

    private final ModelSession session;
    private final DemoUser user;
    private final long seed;
    private final Query query;

    DemoReport(ModelSession session, DemoUser user, long seed) {
        this.session = session;
        this.user = user;
        this.seed = seed;
        this.query = session.query(Optional.of(userId()), Optional.empty());
    }

    private String userId() {
        return session.model().users().id(user.user());
    }

    ReportContent content(
            ImportResult data,
            FittedModel fitted,
            Map<String, SortedMap<String, Double>> yardsticks,
            List<ReportContent.ModelAccuracy> accuracy,
            JobContext context) {
        VerifiedExplanation checked = CheckedExplanation.of(
                session, query, user.next(), new IntegratedGradients(), Map.of(), seed, claim -> {}, context);
        VerifiedExplanation second = CheckedExplanation.of(
                session, query, user.next(), new Occlusion(), Map.of(), seed, claim -> {}, context);
        return new ReportContent(
                Locale.ENGLISH,
                "online-retail",
                session.verb(),
                Optional.of(data(data)),
                Optional.of(training(fitted, yardsticks)),
                Optional.of(new ReportContent.Accuracy(accuracy, seed)),
                Optional.of(list(checked)),
                List.of(why(checked), why(second)),
                Optional.of(inside()),
                Optional.of(new ReportContent.WorkedExample(ArticleExample.steps().stream()
                        .map(ArticleExample.Step::computed)
                        .toList())),
                Optional.of(new ReportContent.Repeat(commands())));
    }

    private static ReportContent.Data data(ImportResult data) {
        return new ReportContent.Data(
                new Bilingual(
                        "Online Retail (UCI), every fourth customer of a real British gift shop, CC0. The customer shown is the"
                                + " first by id whose next purchase is in the top ten: instructive, not typical",
                        "Online Retail（UCI），一家真实英国礼品店每四位客户中的一位，CC0。所示客户是按编号第一位其后续购买进入前十的客户：便于说明，并非典型"),
                data.rowsRead(),
                data.rowsKept(),
                data.users(),
                data.items(),
                data.interactions(),
                data.firstTime(),
                data.lastTime(),
                data.steps().stream()
                        .map(s -> new ReportContent.CleaningStep(
                                CleaningWords.of(s.name()), s.rowsBefore(), s.rowsAfter(), s.touched()))
                        .toList());
    }

    private ReportContent.Training training(FittedModel fitted, Map<String, SortedMap<String, Double>> yardsticks) {
        int epochs = fitted.history().epochs().size();
        int patience = fitted.integer("patience");
        boolean stopped = epochs < fitted.integer("epochs");
        Provenance provenance = session.trained().provenance();
        return new ReportContent.Training(
                session.model().name(),
                fitted.history(),
                OptionalInt.of(fitted.history().bestEpoch()),
                stopped ? OptionalInt.of(epochs) : OptionalInt.empty(),
                patience,
                LIST,
                new Bilingual(
                        "held-back training purchases, each ranked among 99 sampled products, K = 10, seed " + seed,
                        "训练集中留出的购买，各与 99 个抽样商品一起排序，K = 10，随机种子 " + seed),
                yardsticks,
                provenance);
    }

    private ReportContent.Ranking list(VerifiedExplanation checked) {
        RankedItems ranked = RankedItems.of(session, query, false, false, LIST);
        int[] strongest = StrongestPart.of(session.byHistory(), query, ranked.items(), JobContext.quiet());
        List<ReportContent.RankedLine> lines = new ArrayList<>();
        for (int i = 0; i < ranked.items().length; i++) {
            int item = ranked.items()[i];
            lines.add(new ReportContent.RankedLine(
                    i + 1,
                    session.title(item),
                    ranked.scores()[i],
                    ranked.probability(i),
                    strongest[i] == StrongestPart.NONE
                            ? Optional.empty()
                            : Optional.of(session.title(query.history()[strongest[i]])),
                    item == user.next() ? Optional.of(checked.verdict()) : Optional.empty(),
                    item == user.next()));
        }
        List<String> history = new ArrayList<>(
                Arrays.stream(query.history()).mapToObj(session::title).toList());
        Collections.reverse(history);
        return new ReportContent.Ranking(userId(), session.model().name(), history, lines);
    }

    private ReportContent.Why why(VerifiedExplanation checked) {
        return new ReportContent.Why(
                userId(),
                session.title(user.next()),
                OptionalInt.of(user.rank()),
                checked,
                CheckedExplanation.labels(session, checked.explanation()),
                session.probability(query, user.next()));
    }

    private ReportContent.Inside inside() {
        List<String> rows = ActivationsAction.rows(session, query);
        boolean[] padding = new boolean[rows.size()];
        Arrays.fill(padding, 1 + query.history().length, padding.length, true);
        List<ReportContent.Layer> layers = new ArrayList<>();
        if (session.model() instanceof LayeredRecommender layered) {
            for (LayerActivation activation : layered.activations(query, user.next())) {
                boolean sequence = activation.shape().length == 2;
                layers.add(new ReportContent.Layer(
                        activation,
                        sequence ? rows : List.of(),
                        sequence ? padding : new boolean[0],
                        false,
                        DRAWN.contains(activation.name())));
            }
        }
        return new ReportContent.Inside(userId(), session.title(user.next()), layers);
    }

    private List<String> commands() {
        String item = session.itemId(user.next());
        return List.of(
                "./vitrine demo --seed " + seed,
                "./vitrine recommend --model vitrine-demo/demo.vitrine --user " + userId(),
                "./vitrine explain --model vitrine-demo/demo.vitrine --user " + userId() + " --item " + item
                        + " --method integrated-gradients --seed " + seed,
                "./vitrine activations --model vitrine-demo/demo.vitrine --user " + userId() + " --item " + item);
    }
}
