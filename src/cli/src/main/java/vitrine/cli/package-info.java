/**
 * The command line: thin picocli commands that turn flags into a request record, hand it to one of the {@link
 * vitrine.cli.Verbs} and print the result as JSON or text. May use {@code action}, {@code study}, {@code run} and
 * {@code provenance}; never another door. Only {@link vitrine.cli.Main} touches the standard streams.
 */
@NullMarked
package vitrine.cli;

import org.jspecify.annotations.NullMarked;
