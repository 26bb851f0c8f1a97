/** What made a result: data, split, seed, parameters, versions. Never a clock, a duration or a thread count. */
@NullMarked
package vitrine.provenance;

import org.jspecify.annotations.NullMarked;
