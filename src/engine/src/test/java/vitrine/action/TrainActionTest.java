package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;
import vitrine.train.EpochRecord;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

class TrainActionTest {
    @TempDir
    Path folder;

    private TinyShop shop;
    private Path out;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
        out = folder.resolve("m.vitrine");
    }

    private TrainRequest with(String model, String split, Map<String, String> parameters) {
        return new TrainRequest(shop.data, model, split, parameters, 42, Optional.of(out), true);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsWhatWasLearnedWithItsYardsticks() {
        TrainResult result = new TrainAction().run(shop.training("cnn", out), TinyShop.TWO_THREADS);
        assertEquals("cnn", result.model());
        assertEquals(6, result.epochs().size());
        EpochRecord last = result.epochs().get(5);
        assertTrue(last.loss() < result.baseRateLoss(), "loss " + last.loss());
        assertEquals(
                List.of("accuracy", "hr", "loss", "ndcg"),
                List.copyOf(last.validation().keySet()));
        assertTrue(last.examplesPerSecond() > 0);
        assertEquals(.8, result.alwaysNoAccuracy(), 1e-12);
        assertEquals(8, result.parameters().get("dim"));
        assertEquals(5, result.parameters().get("patience"), "a default");
        assertEquals(2, result.provenance().threads());
        assertEquals("loo", result.provenance().split());
        assertEquals(64, result.provenance().dataSha256().length());
        assertEquals(out.toString(), result.file());
        assertEquals(
                result.provenance().dataSha256(),
                ModelFile.read(out).provenance().dataSha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "neumf", "itemknn", "popularity", "gru", "multvae", "context"})
    void theSameRequestGivesTheSameBytesWhateverTheThreads(String model) {
        Path other = folder.resolve("other.vitrine");
        new TrainAction().run(shop.training(model, out), JobContext.quiet());
        new TrainAction().run(shop.training(model, other), TinyShop.TWO_THREADS);
        assertArrayEquals(bytes(out), bytes(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "loo", "temporal"})
    void everySplitTrains(String split) {
        new TrainAction().run(with("popularity", split, Map.of()), JobContext.quiet());
        assertEquals(split, ModelFile.read(out).provenance().split());
        int rows = ModelFile.read(out).log().orElseThrow().size();
        assertEquals(split.equals("none"), rows == TinyShop.USERS * 14, "held-out rows are not in the file");
    }

    @Test
    void trainsInMemoryWithoutAFile() {
        List<String> before = shop.names();
        TrainResult result = new TrainAction()
                .run(
                        new TrainRequest(shop.data, "popularity", "loo", Map.of(), 1, Optional.empty(), true),
                        JobContext.quiet());
        assertEquals("", result.file());
        assertEquals(before, shop.names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transformer | loo | epochs | 1 | There is no model \"transformer\" yet. Known: cnn, neumf, itemknn, ease, bpr, popularity, gru, multvae, context.",
                "cnn | strat80 | epochs | 1 | There is no split \"strat80\". Known: none, loo, temporal, ratio801010, strat75.",
                "cnn | loo | layers | 1 | The model cnn has no --layers. It has: --epochs, --batch, --lr",
                "popularity | loo | epochs | 1 | It has no hyper-parameters.",
                "cnn | loo | epochs | many | --epochs must be a whole number, not \"many\".",
                "cnn | loo | lr | fast | --lr must be a number such as 0.001, not \"fast\".",
                "cnn | loo | epochs | 0 | --epochs must lie between 1 and 1000, not 0.",
                "cnn | loo | kernel | 4 | --kernel must be odd",
                "neumf | loo | layers | 32;16 | --layers must be whole numbers with commas between, such as 32,16,8",
                "neumf | loo | layers | 32,0 | --layers: the units of a layer must lie between 1 and 1024, not 0.",
                "neumf | loo | factors | 0 | --factors must lie between 1 and 512, not 0.",
                "neumf | loo | pretrain-epochs | -1 | --pretrain-epochs must lie between 0 and 1000, not -1.",
                "cnn | loo | pretrain-epochs | 5 | The model cnn has no --pretrain-epochs.",
                "neumf | loo | clip | -1 | --clip must lie between 0 and 1000000, not -1.",
                "gru | loo | hidden | 0 | --hidden must lie between 1 and 512, not 0.",
                "gru | loo | softmax | most | --softmax must be one of sampled, full, not \"most\".",
                "gru | loo | dropout | 1 | --dropout must lie between 0 and 0.9, not 1.0.",
                "multvae | loo | latent | 0 | --latent must lie between 1 and 1024, not 0.",
                "multvae | loo | beta | 2 | --beta must lie between 0 and 1, not 2.0.",
                "itemknn | loo | neighbours | 0 | --neighbours must lie between 1 and 10000, not 0.",
            })
    void whatIsUnknownOrOutOfRangeIsWrongUsageThatNamesTheKnown(
            String model, String split, String parameter, String value, String sentence) {
        List<String> before = shop.names();
        WrongUsageException refused = assertThrows(
                WrongUsageException.class,
                () -> new TrainAction().run(with(model, split, Map.of(parameter, value)), JobContext.quiet()));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertEquals(before, shop.names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65536,dim=1,hidden=1,history=200,softmax=full | or --softmax sampled",
                "65536,history=200,hidden=512 | or a shorter --history",
            })
    void sequencesThatHaveNoRoomAreWrongUsage(String settings, String otherwise) {
        Map<String, String> parameters = new HashMap<>();
        for (String setting : ("batch=" + settings).split(",")) {
            parameters.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        WrongUsageException refused = assertThrows(
                WrongUsageException.class,
                () -> new TrainAction().run(with("gru", "loo", parameters), JobContext.quiet()));
        assertTrue(refused.getMessage().contains("Give a smaller --batch, " + otherwise), refused.getMessage());
    }

    /** 65,536 users times 5,000 items are more than 2^28 numbers. */
    @Test
    void usersThatHaveNoRoomAreWrongUsage() {
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int item = 0; item < 5000; item++) {
            rows.append("u%d,i%d,%d\n".formatted(item / 50, item, 1_700_000_000 + item));
        }
        Path log = folder.resolve("wide.csv");
        TinyShop.write(log, rows.toString());
        TrainRequest request = new TrainRequest(
                DataOptions.of(log),
                "multvae",
                "loo",
                Map.of("batch", "65536", "hidden", "4", "latent", "2", "epochs", "1"),
                42,
                Optional.of(out),
                true);
        WrongUsageException refused =
                assertThrows(WrongUsageException.class, () -> new TrainAction().run(request, JobContext.quiet()));
        assertEquals(
                "--batch 65536 needs 327680000 numbers for one layer, and there may be 268435456. Give a smaller --batch.",
                refused.getMessage());
    }

    @Test
    void withoutDataItIsWrongUsage() {
        TrainRequest nothing = new TrainRequest(DataOptions.of(), "cnn", "loo", Map.of(), 1, Optional.of(out), true);
        assertThrows(WrongUsageException.class, () -> new TrainAction().run(nothing, JobContext.quiet()));
    }

    @Test
    void nothingPositiveIsBadInput() {
        TinyShop.write(folder.resolve("ratings.csv"), "user,item,rating\na,x,1\na,y,2\nb,x,1\n");
        DataOptions low = new DataOptions(
                List.of(folder.resolve("ratings.csv")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                java.util.OptionalDouble.of(4),
                0,
                0,
                false);
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> new TrainAction()
                        .run(
                                new TrainRequest(low, "cnn", "loo", Map.of(), 1, Optional.of(out), true),
                                JobContext.quiet()));
        assertTrue(refused.getMessage().contains("--min-value"), refused.getMessage());
        assertFalse(Files.exists(out));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTraining() {
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                throw new AssertionError("trained for nothing");
            }
        });
        assertThrows(BadInputException.class, () -> action.run(shop.training("cnn", folder), JobContext.quiet()));
        Path underAFile = folder.resolve("orders.csv/m.vitrine");
        assertThrows(BadInputException.class, () -> action.run(shop.training("cnn", underAFile), JobContext.quiet()));
        Path closed = folder.resolve("closed");
        assertTrue(closed.toFile().mkdir());
        try {
            Assumptions.assumeTrue(
                    closed.toFile().setWritable(false) && !Files.isWritable(closed),
                    "this user may write everywhere (root), so no folder is read-only");
            assertThrows(
                    BadInputException.class,
                    () -> action.run(shop.training("cnn", closed.resolve("m.vitrine")), JobContext.quiet()));
        } finally {
            assertTrue(closed.toFile().setWritable(true));
        }
    }

    /** Cancels in the given batch of the given epoch. */
    private CancelledException stopped(int epochToStop, int batchToStop) {
        CancellationSource source = new CancellationSource();
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == epochToStop && batch == batchToStop) {
                    source.cancel();
                }
            }
        });
        return assertThrows(
                CancelledException.class,
                () -> action.run(shop.training("cnn", out), new JobContext(Progress.NONE, source, 2)));
    }

    @Test
    void stoppingKeepsTheLastFinishedEpochBesideAnUntouchedTarget() {
        TinyShop.write(out, "old");
        CancelledException stopped = stopped(3, 2);
        Path checkpoint = folder.resolve("m.vitrine.checkpoint");
        assertTrue(stopped.getMessage().contains("after epoch 2 is kept in " + checkpoint), stopped.getMessage());
        assertEquals(List.of("m.vitrine", "m.vitrine.checkpoint", "orders.csv", "products.csv"), shop.names());
        assertArrayEquals(new byte[] {'o', 'l', 'd'}, bytes(out));
        RecommendResult answer = new RecommendAction()
                .run(
                        new RecommendRequest(checkpoint, Optional.of("u001"), Optional.empty(), 5, false),
                        JobContext.quiet());
        assertEquals(5, answer.items().size());
        assertEquals(2, ModelFile.read(checkpoint).provenance().parameters().get("checkpointEpoch"));
    }

    @Test
    void theCheckpointIsTheStateAfterThatEpoch() {
        stopped(3, 2);
        Map<String, String> two = new HashMap<>(TinyShop.QUICK);
        two.put("epochs", "2");
        Recommender[] after = new Recommender[1];
        new TrainAction(new TrainingListener() {
                    @Override
                    public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                        after[0] = snapshot.get();
                    }
                })
                .run(with("cnn", "loo", two), TinyShop.TWO_THREADS);
        Recommender kept =
                ModelFile.read(folder.resolve("m.vitrine.checkpoint")).recommender();
        for (int item = 5; item < TinyShop.ITEMS; item++) {
            vitrine.model.Query query = vitrine.model.Query.of(3, 0, 1, 2);
            assertEquals(after[0].score(query, item), kept.score(query, item));
        }
    }

    @Test
    void aDivergedRunKeepsTheLastGoodEpoch() {
        TrainAction action = new TrainAction(new TrainingListener() {
            @Override
            public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                if (epoch.epoch() == 2) {
                    throw new BadInputException("Training diverged in epoch 3: made up.");
                }
            }
        });
        BadInputException diverged =
                assertThrows(BadInputException.class, () -> action.run(shop.training("cnn", out), JobContext.quiet()));
        assertTrue(diverged.getMessage().contains("diverged in epoch 3"), diverged.getMessage());
        assertTrue(diverged.getMessage().contains("epoch 2 is kept in"), diverged.getMessage());
        assertFalse(Files.exists(out));
        assertEquals(
                "cnn",
                ModelFile.read(folder.resolve("m.vitrine.checkpoint"))
                        .recommender()
                        .name());
    }

    @Test
    void anImpossibleValueIsRefusedBeforeDataAreRead() {
        DataOptions missing = DataOptions.of(folder.resolve("no-such-file.csv"));
        for (Map<String, String> wrong : List.of(
                Map.of("epochs", "0"), Map.of("lr", "fast"), Map.of("sampling", "sideways"), Map.of("wings", "2"))) {
            TrainRequest request =
                    new TrainRequest(missing, "cnn", "loo", wrong, 1, Optional.empty(), Optional.empty(), true);
            String sentence = assertThrows(
                            WrongUsageException.class, () -> new TrainAction().run(request, JobContext.quiet()))
                    .getMessage();
            assertEquals(Optional.ofNullable(sentence), Models.refusal("cnn", wrong));
        }
        TrainRequest unknown =
                new TrainRequest(missing, "cnn", "sideways", Map.of(), 1, Optional.empty(), Optional.empty(), true);
        assertThrows(WrongUsageException.class, () -> new TrainAction().run(unknown, JobContext.quiet()));
    }

    @Test
    void whatARunChangedIsToldFromTheDefaults() {
        for (String model : Models.names()) {
            assertEquals(Optional.empty(), Models.refusal(model, Map.of()));
            assertEquals(Map.of(), Models.changed(model, Models.recorded(model, Map.of())), model);
        }
        Map<String, String> given = Map.of("epochs", "7", "lr", "0.001", "sampling", "in-batch");
        assertEquals(
                Map.of("epochs", "7", "sampling", "in-batch"), Models.changed("cnn", Models.recorded("cnn", given)));
    }

    @Test
    void theRegistryDescribesEveryParameterOnce() {
        assertEquals(
                List.of("cnn", "neumf", "itemknn", "ease", "bpr", "popularity", "gru", "multvae", "context"),
                Models.names());
        for (String model : Models.names()) {
            List<HyperParameter> parameters = Models.parameters(model);
            assertEquals(
                    parameters.size(),
                    parameters.stream().map(HyperParameter::name).distinct().count());
            parameters.forEach(
                    p -> assertFalse(p.help().isBlank() || p.defaultValue().isBlank()));
        }
        assertThrows(WrongUsageException.class, () -> Models.parameters("transformer"));
    }
}
