/**
 * How long work runs: progress, cancellation, seeded randomness, work cut into fixed blocks, and the one exception
 * root. Depends on nothing else in Vitrine.
 */
@NullMarked
package vitrine.run;

import org.jspecify.annotations.NullMarked;
