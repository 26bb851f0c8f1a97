/**
 * What would have to be otherwise for an item to leave the list, or to enter it: the smallest sets of changes to a question.
 * May use explain and what it may use, and {@code metric} for ranks.
 */
@NullMarked
package vitrine.explain.counterfactual;

import org.jspecify.annotations.NullMarked;
