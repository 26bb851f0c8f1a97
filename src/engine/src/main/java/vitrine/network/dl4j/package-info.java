/**
 * The same network as a DL4J ComputationGraph, weights both ways: parity reference, export, and a checked import that lets
 * neither DL4J nor ND4J near foreign bytes. May use network, run; Jackson compares configurations here.
 */
@NullMarked
package vitrine.network.dl4j;

import org.jspecify.annotations.NullMarked;
