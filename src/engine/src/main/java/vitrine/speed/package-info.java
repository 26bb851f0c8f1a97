/**
 * How fast this machine trains, ranks and explains: each measurement a work of its own on a seeded shop of MovieLens-1M's
 * size, to be run in a process of its own. May use network, model, explain, run.
 */
@NullMarked
package vitrine.speed;

import org.jspecify.annotations.NullMarked;
