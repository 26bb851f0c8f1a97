package vitrine.cli;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** The word that was probably meant: least Levenshtein distance, at most half the length; ties go to the alphabet. */
final class NearestWord {
    private NearestWord() {}

    static Optional<String> to(String typed, Collection<String> words) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String word : new TreeSet<>(words)) {
            int distance = word.startsWith(typed) ? 1 : distance(typed, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return least <= Math.max(1, typed.length() / 2) ? Optional.of(best) : Optional.empty();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
