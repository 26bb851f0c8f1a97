package vitrine.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import vitrine.provenance.Platform;
import vitrine.run.CancellationToken;
import vitrine.run.VitrineException;

/** The command line put together: the commands over their verbs, and what happens when one fails. */
final class Application {
    private final CommandLine commands;
    private final Failures failures;

    /**
     * @param verbs the engine
     * @param sampleData folder of the shipped data
     * @param logFile where details of defects are kept, if anywhere
     */
    Application(
            Verbs verbs,
            Console console,
            CancellationToken cancellation,
            Path sampleData,
            Supplier<Optional<Path>> logFile) {
        Runner runner = new Runner(console, cancellation);
        this.failures = new Failures(console, logFile);
        this.commands = new CommandLine(new RootCommand(console))
                .addSubcommand(new DemoCommand(verbs.demo(), runner, sampleData))
                .addSubcommand(new ImportCommand(verbs.importData(), runner))
                .addSubcommand(new TrainCommand(verbs.train(), runner))
                .addSubcommand(new EvaluateCommand(verbs.evaluate(), runner))
                .addSubcommand(new CompareCommand(verbs.compare(), runner))
                .addSubcommand(new SearchCommand(verbs.search(), runner))
                .addSubcommand(new RecommendCommand(verbs.recommend(), runner))
                .addSubcommand(new ExplainCommand(verbs.explain(), runner))
                .addSubcommand(new CounterfactualCommand(verbs.counterfactual(), runner))
                .addSubcommand(new AssessCommand(verbs.assess(), runner))
                .addSubcommand(new ActivationsCommand(verbs.activations(), runner))
                .addSubcommand(new GenerateCommand(verbs.generate(), runner))
                .addSubcommand(new BenchmarkCommand(verbs.benchmark(), runner));
        standardOptions(commands);
        commands.getSubcommands().values().forEach(command -> {
            standardOptions(command);
            command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        });
        MethodFlags.addTo(Objects.requireNonNull(commands.getSubcommands().get("explain")));
        // An id may begin with @, and an option's name is never meant as another option's value.
        commands.setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(false)
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(new ConsoleWriter(console), false))
                .setErr(console.err())
                .setParameterExceptionHandler(new UsageErrors(console))
                .setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.explain(failure));
    }

    private static void standardOptions(CommandLine command) {
        command.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .version("vitrine " + Platform.VITRINE + " (Java " + Runtime.version() + ")");
    }

    private int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (VitrineException failure) {
            // Help or version could not be printed; of a command's own failures picocli hears first.
            return failures.explain(failure);
        }
    }

    /** @return the exit code */
    int run(String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (RuntimeException | Error failure) {
            // Errors (memory, natives) pass picocli by.
            return failures.explain(failure);
        }
    }
}
