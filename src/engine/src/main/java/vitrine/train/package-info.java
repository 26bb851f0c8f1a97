/** Teaching a model: negative sampling, epochs, history of the run. May use model, network, metric, data, run, provenance. */
@NullMarked
package vitrine.train;

import org.jspecify.annotations.NullMarked;
