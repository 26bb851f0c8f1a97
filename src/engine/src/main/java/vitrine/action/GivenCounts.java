package vitrine.action;

/**
 * What could be used of given files.
 *
 * @param pairs pairs of the test file, repeats once
 * @param measured of these, pairs that are measured
 * @param unknownUsers users of the test file that the training data do not have; left out
 * @param unknownItems items of the test file that the training data do not have; left out
 * @param seenPairs pairs the user had in training; left out
 * @param unknownNegatives listed candidates that the training data do not have; left out
 * @param targetsAmongNegatives users with an item to be found among the listed others; it is ranked once
 * @param usersWithoutNegatives users with an item to be found for whom the second file lists no other item; left out, with
 *     their pairs
 * @param unknownNegativeUsers users of the second file that the training data do not have; their lists are left out
 */
public record GivenCounts(
        int pairs,
        int measured,
        int unknownUsers,
        int unknownItems,
        int seenPairs,
        int unknownNegatives,
        int targetsAmongNegatives,
        int usersWithoutNegatives,
        int unknownNegativeUsers) {}
