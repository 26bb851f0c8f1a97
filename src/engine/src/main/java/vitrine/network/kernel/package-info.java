/**
 * The arithmetic of each layer over a batch of examples: one kernel a layer, forward and backward, over arrays that are
 * allocated once. Knows no layer records and no names but those it is given for messages. May use {@code run}.
 */
@NullMarked
package vitrine.network.kernel;

import org.jspecify.annotations.NullMarked;
