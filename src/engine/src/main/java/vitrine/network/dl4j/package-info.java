/** The same network as a DL4J ComputationGraph, weights both ways: parity reference and export. May use network, run. */
@NullMarked
package vitrine.network.dl4j;

import org.jspecify.annotations.NullMarked;
