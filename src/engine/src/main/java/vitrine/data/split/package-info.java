/** What is trained on and what is held out; histories strictly before a moment. May use data, run. */
@NullMarked
package vitrine.data.split;

import org.jspecify.annotations.NullMarked;
