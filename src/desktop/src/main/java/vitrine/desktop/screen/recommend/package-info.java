/** "What does this user get, and what if their past were different?" */
@NullMarked
package vitrine.desktop.screen.recommend;

import org.jspecify.annotations.NullMarked;
