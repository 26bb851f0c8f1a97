/**
 * Claims about why an item was scored as it was. {@code gradient} and {@code perturb} hold one method a file; none of
 * them knows another. May use {@code model}, {@code network}, {@code data}, {@code run}, {@code provenance}.
 */
@NullMarked
package vitrine.explain;

import org.jspecify.annotations.NullMarked;
