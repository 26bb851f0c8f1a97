package vitrine.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of single flags that need no data; the sentence becomes the one line of a usage error. */
final class UsageChecks {
    private final CommandSpec command;

    UsageChecks(CommandSpec command) {
        this.command = command;
    }

    int between(String flag, int value, int least, int most) {
        require(
                value >= least && value <= most,
                flag + " must be between " + least + " and " + most + ", not " + value);
        return value;
    }

    int atLeast(String flag, int value, int least) {
        require(value >= least, flag + " must be at least " + least + ", not " + value);
        return value;
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), otherwise + ".");
        }
    }
}
