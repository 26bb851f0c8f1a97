/** Results as files people read: HTML, pictures, CSV. May use chart, words and below. */
@NullMarked
package vitrine.report;

import org.jspecify.annotations.NullMarked;
