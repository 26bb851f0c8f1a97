package vitrine.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CursorTest {
    private final Cursor cursor = new Cursor();

    @Test
    void back_and_forward_walk_the_same_way() {
        cursor.settle(new Position("a", "1", "x"));
        cursor.go(cursor.position().withUser("2"));
        cursor.go(cursor.position().withItem("y"));
        cursor.back();
        assertEquals(new Position("a", "2", "x"), cursor.position());
        cursor.back();
        assertEquals(new Position("a", "1", "x"), cursor.position());
        assertFalse(cursor.canGoBackProperty().get());
        cursor.forward();
        cursor.forward();
        assertEquals(new Position("a", "2", "y"), cursor.position());
        assertFalse(cursor.canGoForwardProperty().get());
    }

    @Test
    void going_somewhere_new_forgets_what_was_ahead() {
        cursor.settle(new Position("a", "1", "x"));
        cursor.go(cursor.position().withUser("2"));
        cursor.back();
        cursor.go(cursor.position().withUser("3"));
        assertFalse(cursor.canGoForwardProperty().get());
    }

    @Test
    void another_user_ends_the_edits_but_another_item_keeps_them() {
        cursor.settle(new Position("a", "1", "x"));
        cursor.edit(Edits.NONE.with("p", false));
        cursor.go(cursor.position().withItem("y"));
        assertEquals(1, cursor.edits().count());
        cursor.go(cursor.position().withUser("2"));
        assertTrue(cursor.edits().isEmpty());
    }

    @Test
    void an_item_switched_on_again_is_no_edit() {
        assertTrue(Edits.NONE.with("p", false).with("p", true).isEmpty());
    }
}
