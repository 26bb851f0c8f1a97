package vitrine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code vitrine} without a verb: says in a few lines what can be done. */
@Command(
        name = "vitrine",
        description = "Shows why a recommender recommends what it does, and whether that answer is true.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 defect of the program, 2 wrong usage, 3 bad input,",
            "4 the model cannot do what was asked, 130 stopped by Ctrl-C.",
            "\"vitrine COMMAND --help\" shows a command's options."
        })
final class RootCommand implements Callable<Integer> {
    private static final String WELCOME = """
            Vitrine shows why a recommender recommends what it does, and whether that answer is true.

            Start here:   vitrine demo          the whole road on sample data, with a report, in about a minute
            Your data:    vitrine import --interactions orders.csv
                          vitrine train --interactions orders.csv --out model.vitrine
                          vitrine recommend --model model.vitrine --user ID
                          vitrine explain --model model.vitrine --user ID --item ID
            Everything:   vitrine --help
            """;
    private final Console console;

    RootCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(WELCOME);
        return ExitCode.DONE;
    }
}
