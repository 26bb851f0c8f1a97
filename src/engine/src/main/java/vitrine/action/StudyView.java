package vitrine.action;

/**
 * Where a reader of a study was: ids of a run, a user and an item; empty strings where nothing was chosen. A comfort, no
 * part of the study's results.
 */
public record StudyView(String run, String user, String item) {
    public static final StudyView NOWHERE = new StudyView("", "", "");
}
