package vitrine.data.showcase;

/** Ids such as {@code u0001}: a letter and a number from 1, padded so that alphabetical order is number order. */
final class IdFormat {
    private final String letter;
    private final int digits;

    IdFormat(String letter, int count) {
        this.letter = letter;
        this.digits = Integer.toString(count).length();
    }

    /** @param index from 0 */
    String id(int index) {
        String number = Integer.toString(index + 1);
        return letter + "0".repeat(digits - number.length()) + number;
    }
}
