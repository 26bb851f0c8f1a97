/** Methods that change the query and look at the score. May use explain and what it may use. */
@NullMarked
package vitrine.explain.perturb;

import org.jspecify.annotations.NullMarked;
