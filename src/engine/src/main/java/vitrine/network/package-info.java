/**
 * The neural core: a network described once as layer records, float-array kernels that run it forward and backward (to
 * parameters and to inputs), the optimiser, tensors on disk. {@code dl4j} builds the same network as a DL4J
 * ComputationGraph. May use {@code run}.
 */
@NullMarked
package vitrine.network;

import org.jspecify.annotations.NullMarked;
