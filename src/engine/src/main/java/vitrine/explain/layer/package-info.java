/**
 * What the hidden units of a network add to a score: methods that look at layers in place of the parts of the question.
 * May use explain and what it may use.
 */
@NullMarked
package vitrine.explain.layer;

import org.jspecify.annotations.NullMarked;
