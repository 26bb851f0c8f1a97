/**
 * The same arithmetic with the processor's vector instructions ({@code jdk.incubator.vector}). Found by name where that
 * module is present, and compiled on its own since the module warns whoever uses it. May use {@code network.kernel}.
 */
@NullMarked
package vitrine.network.vector;

import org.jspecify.annotations.NullMarked;
