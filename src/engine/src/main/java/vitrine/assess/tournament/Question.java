package vitrine.assess.tournament;

import vitrine.model.Query;

/**
 * A recommendation to explain.
 *
 * @param user number of the user it was made for: the unit of all statistics
 * @param query the question with the item taken out of its history
 * @param item what is recommended
 * @param candidates all items outside the original history, in id order, the item among them
 */
public record Question(int user, Query query, int item, int[] candidates) {}
