/**
 * How long work runs and how files are kept: progress, cancellation, seeded randomness, work cut into fixed blocks, whole
 * files and checked zips, and the one exception root. Depends on nothing else in Vitrine.
 */
@NullMarked
package vitrine.run;

import org.jspecify.annotations.NullMarked;
