/** A study on disk: the requests made, with hashes. May use run, provenance, data. */
@NullMarked
package vitrine.study;

import org.jspecify.annotations.NullMarked;
