package vitrine.cli.text;

import java.util.Locale;

/** Text and numbers made safe and short for a terminal. */
final class Display {
    /** Blocks of East Asian wide characters (Unicode Annex 11), roughly. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Display() {}

    /** Fixed digits after the point; "-" for what was not measured. */
    static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "-";
    }

    /** With a sign, so that direction never depends on colour. */
    static String signed(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%+." + digits + "f", value) : "-";
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** At most {@code columns} wide; control characters (a title may hold terminal commands) become "?". */
    static String clip(String text, int columns) {
        StringBuilder clipped = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean last = i + Character.charCount(c) >= text.length();
            if (used + width(c) > (last ? columns : columns - 1)) {
                return clipped.append('…').toString();
            }
            clipped.appendCodePoint(isUnsafe(c) ? '?' : c);
            used += width(c);
        }
        return clipped.toString();
    }

    /** Columns on a terminal; Chinese characters take two. */
    static int width(String text) {
        return text.codePoints().map(Display::width).sum();
    }

    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
