/** The sample shop with planted causes, made deterministically from a seed. May use data, run. */
@NullMarked
package vitrine.data.showcase;

import org.jspecify.annotations.NullMarked;
