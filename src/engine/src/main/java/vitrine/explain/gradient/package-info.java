/** Methods that follow gradients. May use explain and what it may use. */
@NullMarked
package vitrine.explain.gradient;

import org.jspecify.annotations.NullMarked;
