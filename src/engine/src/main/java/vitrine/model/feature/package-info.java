/**
 * What is known of users, items and the moment of a question as numbers a model can read: attributes with their vocabularies
 * and scales, and what is assumed otherwise than recorded. May use {@code data}, {@code run}.
 */
@NullMarked
package vitrine.model.feature;

import org.jspecify.annotations.NullMarked;
