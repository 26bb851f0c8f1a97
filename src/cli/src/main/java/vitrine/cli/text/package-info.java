/** Results as text for people at a terminal: one class a result, over {@link vitrine.cli.text.TextTable}. */
@NullMarked
package vitrine.cli.text;

import org.jspecify.annotations.NullMarked;
