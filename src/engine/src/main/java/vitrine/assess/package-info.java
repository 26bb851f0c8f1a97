/** How good a model is under a named protocol; the sub-package faithfulness measures whether an explanation is true. May use explain, train, model, metric, data and below. */
@NullMarked
package vitrine.assess;

import org.jspecify.annotations.NullMarked;
