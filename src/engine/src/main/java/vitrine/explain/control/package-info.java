/**
 * Controls: orders of a question's parts that never ask the model, for methods to be measured against. Offered as methods so
 * that they can be looked at and tested in the same way; what they say is never a reason. May use explain and what it may use.
 */
@NullMarked
package vitrine.explain.control;

import org.jspecify.annotations.NullMarked;
