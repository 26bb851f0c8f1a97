package vitrine.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vitrine.action.Explainers;
import vitrine.action.MethodSetting;

/** A flag for each number that some explainer lets one set, made from the explainers' own declarations. */
final class MethodFlags {
    private MethodFlags() {}

    /** Adds those the command does not have already. */
    static void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        for (MethodSetting setting : Explainers.settings()) {
            if (!spec.optionsMap().containsKey("--" + setting.name())) {
                spec.addOption(OptionSpec.builder("--" + setting.name())
                        .type(Double.class)
                        .paramLabel(setting.whole() ? "N" : "X")
                        .description(String.join(", ", setting.methods()) + ": " + setting.help() + ".")
                        .build());
            }
        }
    }

    /** What was given, by parameter. */
    static Map<String, Double> given(CommandSpec spec) {
        Map<String, Double> given = new TreeMap<>();
        CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
        for (MethodSetting setting : Explainers.settings()) {
            Object value = parsed.matchedOptionValue("--" + setting.name(), null);
            if (value instanceof Double number) {
                given.put(setting.name(), number);
            }
        }
        return given;
    }
}
