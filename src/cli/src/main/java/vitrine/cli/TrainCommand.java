package vitrine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainResult;
import vitrine.cli.text.TrainText;
import vitrine.run.JobContext;

@Command(name = "train", description = "Train a recommender and save it.")
final class TrainCommand implements Callable<Integer> {
    private final Action<TrainRequest, TrainResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private DataFlags data = new DataFlags();

    @Mixin
    private HyperParameterFlags hyper = new HyperParameterFlags();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "cnn, neumf, itemknn, ease, bpr, popularity, gru, multvae or context (default: ${DEFAULT-VALUE}).")
    private String model = "cnn";

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "What to hold back: none, loo, temporal, strat75 or ratio801010 (default: ${DEFAULT-VALUE}).")
    private String split = "none";

    @Option(names = "--out", paramLabel = "FILE", description = "Model file; without it the model is not kept.")
    private @Nullable Path out;

    @Option(names = "--export-dl4j", paramLabel = "FILE", description = "Write the network as a DL4J zip, too.")
    private @Nullable Path dl4j;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Go on from a checkpoint, with its model, split, seed and hyper-parameters; give the same data."
                            + " Of those only --epochs may be given.")
    private @Nullable Path resume;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N|Ns",
            description = "Keep the state of training beside --out, as FILE.checkpoint, each N batches or N seconds"
                    + " (500, 30s); it is always kept when training is stopped.")
    private @Nullable String checkpointEvery;

    @Option(
            names = "--without-histories",
            description = "Leave the training interactions out of the file; it then needs --history to answer.")
    private boolean withoutHistories;

    TrainCommand(Action<TrainRequest, TrainResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        if (resume != null) {
            requireNone("--model", "--split", "--seed");
        }
        TrainRequest request = new TrainRequest(
                data.options(common),
                model,
                split,
                hyper.parameters(),
                seed.seed,
                Optional.ofNullable(out),
                Optional.ofNullable(dl4j),
                !withoutHistories,
                Optional.ofNullable(resume),
                Optional.ofNullable(checkpointEvery));
        return runner.run(
                "train", common.study().isPresent() ? this::withCurves : action, request, common, TrainText::of);
    }

    private TrainResult withCurves(TrainRequest request, JobContext context) {
        TrainResult result = action.run(request, context);
        StudySession.keepCurves(request, result);
        return result;
    }

    private void requireNone(String... flags) {
        UsageChecks check = new UsageChecks(common.spec());
        for (String flag : flags) {
            boolean given = common.spec().commandLine().getParseResult().hasMatchedOption(flag);
            check.require(!given, "with --resume the checkpoint decides, so leave out " + flag);
        }
    }
}
