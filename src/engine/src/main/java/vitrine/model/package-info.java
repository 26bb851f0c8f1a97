/**
 * What a recommender is, what it can be asked ({@link vitrine.model.Query}), and the models, one file each. May use
 * {@code network} and its kernels, {@code model.feature}, {@code data}, {@code run}, {@code provenance}.
 */
@NullMarked
package vitrine.model;

import org.jspecify.annotations.NullMarked;
