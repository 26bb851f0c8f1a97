package vitrine.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.assess.Evaluation;
import vitrine.assess.LeaveOneOutProtocol;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.data.Catalog;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.Cnn;
import vitrine.model.ItemKnn;
import vitrine.model.Popularity;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.provenance.Provenance;
import vitrine.report.HtmlReport;
import vitrine.report.Pictures;
import vitrine.report.ReportContent;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;

/**
 * The main job end to end on the shipped shop: read and clean, train, measure beside the yardsticks, pick a customer, rank,
 * explain, check, report.
 */
public final class DemoAction implements Action<DemoRequest, DemoResult> {
    /** Found on this shop's validation data: three times the usual rate, so that few epochs are enough. */
    static final Map<String, String> SETTINGS = Map.of("epochs", "7", "lr", "0.003");

    private static final int K = 10;

    private final Map<String, String> settings;

    public DemoAction() {
        this(SETTINGS);
    }

    /** @param settings hyper-parameters of the network, other than those found for the shipped shop */
    DemoAction(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public DemoResult run(DemoRequest request, JobContext context) {
        long start = System.nanoTime();
        Path shop = SampleShop.file(request.sampleData());
        if (!Files.isRegularFile(shop)) {
            throw new BadInputException(
                    "The sample shop " + shop + " is missing. Start Vitrine from a whole copy of its folder.");
        }
        ReadResult read = DataLoading.read(SampleShop.cleaned(shop), context);
        Split split = new LeaveOneOut().split(read.log());
        Catalogs catalogs = Catalogs.of(read);
        FittedModel fitted = fit(Cnn.NAME, split, catalogs, settings, request, context);
        List<Recommender> yardsticks = List.of(
                fit(ItemKnn.NAME, split, catalogs, Map.of(), request, context).recommender(),
                fit(Popularity.NAME, split, catalogs, Map.of(), request, context)
                        .recommender());
        Provenance provenance =
                Provenance.of(LogFingerprint.of(read.log()), split.name(), request.seed(), fitted.parameters());
        TrainedModel trained = new TrainedModel(
                fitted.recommender(),
                read.items(),
                Optional.of(split.trainingLog()),
                provenance,
                Calibrating.of(fitted.recommender(), split, request.seed(), context)
                        .calibration());
        ModelFile.write(trained, request.out().resolve("demo.vitrine"));

        ModelSession session = new ModelSession(trained, "demo.vitrine");
        DemoUser user = DemoUser.find(session, split)
                .orElseThrow(() -> new BadInputException(
                        "No customer's next purchase came into the top ten; try another --seed."));
        DemoReport report = new DemoReport(session, user, request.seed());
        ReportContent content = report.content(
                ImportAction.result(read, 1),
                fitted,
                Yardsticks.measure(split, fitted.integer("negatives"), request.seed(), context),
                accuracy(split, read.items(), fitted.recommender(), yardsticks, request.seed(), context),
                context);
        context.progress().report("Writing the report", 0, 2);
        Path page = request.out().resolve("report.html");
        HtmlReport.write(page, content);
        context.progress().report("Writing the report", 1, 2);
        Path folder = request.out().resolve("pictures");
        List<String> pictures = Pictures.write(folder, content).stream()
                .map(name -> folder.resolve(name).toString())
                .toList();
        context.progress().report("Writing the report", 2, 2);
        return new DemoResult(page.toString(), pictures, (System.nanoTime() - start) / 1e9);
    }

    private static FittedModel fit(
            String model,
            Split split,
            Catalogs catalogs,
            Map<String, String> parameters,
            DemoRequest request,
            JobContext context) {
        return Models.fit(
                model, split, catalogs, parameters, request.seed(), context, TrainingListener.NONE, Optional.empty());
    }

    private static List<ReportContent.ModelAccuracy> accuracy(
            Split split,
            Catalog items,
            Recommender model,
            List<Recommender> yardsticks,
            long seed,
            JobContext context) {
        List<ReportContent.ModelAccuracy> rows = new ArrayList<>();
        for (String protocol : List.of(LeaveOneOutProtocol.SAMPLED, LeaveOneOutProtocol.FULL)) {
            Protocol measure = Protocols.named(protocol, K, seed);
            rows.add(row(measure.evaluate(model, split, items, context), model, false));
            for (Recommender yardstick : yardsticks) {
                rows.add(row(measure.evaluate(yardstick, split, items, context), yardstick, true));
            }
        }
        return rows;
    }

    private static ReportContent.ModelAccuracy row(Evaluation evaluation, Recommender model, boolean yardstick) {
        return new ReportContent.ModelAccuracy(model.name(), yardstick, evaluation);
    }
}
