/** Cleaning steps: each says how many rows it touched. May use data, run. */
@NullMarked
package vitrine.data.prepare;

import org.jspecify.annotations.NullMarked;
