/** Numbers from arrays: one measure a file, named as in the literature. Depends on nothing else in Vitrine. */
@NullMarked
package vitrine.metric;

import org.jspecify.annotations.NullMarked;
