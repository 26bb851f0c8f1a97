package vitrine.cli;

import picocli.CommandLine.Option;

/** {@code --seed}: the one number all randomness of a command derives from. */
final class SeedOption {
    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    long seed = 42;
}
