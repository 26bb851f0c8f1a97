/** Whether an explanation is true to the model: removal tests, controls, the verdict. May use explain, model, metric, data and below. */
@NullMarked
package vitrine.assess.faithfulness;

import org.jspecify.annotations.NullMarked;
