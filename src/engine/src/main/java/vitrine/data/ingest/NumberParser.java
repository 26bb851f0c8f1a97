package vitrine.data.ingest;

import java.nio.charset.StandardCharsets;

/** Quantities, ratings and prices: digits with a decimal point, a sign, an exponent; a decimal comma where told. */
final class NumberParser {
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST = 64;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final boolean decimalComma;

    /** @param decimalComma "3000,00" is a number: in files whose delimiter is not the comma */
    NumberParser(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /** @return the number, or NaN for anything that is not a finite one */
    float parse(byte[] text, int from, int to) {
        int at = from;
        int end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        int start = at;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (negative || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < end; at++) {
            byte c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
                if (++count > EXACT_DIGITS) {
                    return slow(text, start, end);
                }
            } else if (decimals < 0 && (c == '.' || (c == ',' && decimalComma))) {
                decimals = 0;
            } else {
                return slow(text, start, end);
            }
        }
        if (count == 0) {
            return Float.NaN;
        }
        double value = digits / POWERS[Math.max(0, decimals)];
        return (float) (negative ? -value : value);
    }

    private float slow(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return Float.NaN;
        }
        String cell = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        if (decimalComma && cell.indexOf('.') < 0) {
            cell = cell.replaceFirst(",", ".");
        }
        if (!cell.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,3})?")) {
            return Float.NaN;
        }
        float value = Float.parseFloat(cell);
        return Float.isFinite(value) ? value : Float.NaN;
    }
}
