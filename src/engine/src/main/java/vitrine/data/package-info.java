/**
 * Interactions, products and people as immutable columns. Sub-packages read files ({@code ingest}), clean them
 * ({@code prepare}), split them ({@code split}) and make the sample shop ({@code showcase}). May use {@code run} and
 * {@code provenance}.
 */
@NullMarked
package vitrine.data;

import org.jspecify.annotations.NullMarked;
