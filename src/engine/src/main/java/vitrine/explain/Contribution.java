package vitrine.explain;

import vitrine.model.Part;

/** How much one part moved the score: positive raises, negative lowers; same unit as the score before squashing. */
public record Contribution(Part.Kind kind, int index, double value) {}
