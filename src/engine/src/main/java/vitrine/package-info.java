/** Root of the engine. Every room below says in its own package page what lives there and what it may use. */
@NullMarked
package vitrine;

import org.jspecify.annotations.NullMarked;
