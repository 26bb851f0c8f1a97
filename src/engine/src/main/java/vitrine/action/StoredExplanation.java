package vitrine.action;

import vitrine.assess.faithfulness.Verdict;
import vitrine.words.Bilingual;

/**
 * A checked explanation as a study keeps it: enough for a list to say that its reason was checked. Bars and curves are
 * computed again from the same seed when they are looked at.
 *
 * @param run id of the model's run, as in {@link StoredRun#id}
 * @param user id
 * @param item id
 * @param method registry name
 * @param seed of the check
 * @param verdict what the check said
 * @param reason one line, worded as the verdict allows
 */
public record StoredExplanation(
        String run, String user, String item, String method, long seed, Verdict verdict, Bilingual reason) {
    /**
     * Of an explanation just checked.
     *
     * @param user id: a vector fitted to the history knows of none
     */
    public static StoredExplanation of(String run, String user, ModelSession session, OpenExplanation open) {
        var request = open.checked().explanation().request();
        return new StoredExplanation(
                run,
                user,
                session.itemId(request.item()),
                open.checked().explanation().method(),
                open.seed(),
                open.checked().verdict(),
                open.reason());
    }

    boolean isAbout(StoredExplanation other) {
        return run.equals(other.run) && user.equals(other.user) && item.equals(other.item);
    }
}
