/**
 * Which explainer tells the truth about a model: all methods on the same recommendations under the same budget, beside
 * controls, and whether what they say depends on what the model has learned. May use {@code assess.faithfulness}, {@code
 * assess}, {@code explain}, {@code model}, {@code metric} and below.
 */
@NullMarked
package vitrine.assess.tournament;

import org.jspecify.annotations.NullMarked;
