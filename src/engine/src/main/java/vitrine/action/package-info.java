/** The verbs: one class a verb, request record in, result record out. Holds the registries of models and explainers; may use everything above. */
@NullMarked
package vitrine.action;

import org.jspecify.annotations.NullMarked;
