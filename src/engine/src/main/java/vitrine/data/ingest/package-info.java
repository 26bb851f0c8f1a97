/**
 * Files from outside to columns: delimited text, column mapping, times. Every file is hostile until checked. The door is
 * {@link vitrine.data.ingest.DataReader}. May use data, data.prepare, run.
 */
@NullMarked
package vitrine.data.ingest;

import org.jspecify.annotations.NullMarked;
