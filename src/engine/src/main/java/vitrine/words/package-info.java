/** Results as sentences, in English and Chinese. May use assess, explain, data. */
@NullMarked
package vitrine.words;

import org.jspecify.annotations.NullMarked;
