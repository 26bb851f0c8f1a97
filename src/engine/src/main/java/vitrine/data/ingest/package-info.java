/** Files from outside to columns: delimited text, column mapping, times. Every file is hostile until checked. */
@NullMarked
package vitrine.data.ingest;

import org.jspecify.annotations.NullMarked;
