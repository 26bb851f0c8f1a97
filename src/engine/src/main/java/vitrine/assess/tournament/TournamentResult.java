package vitrine.assess.tournament;

import java.util.List;

/**
 * What a tournament measured.
 *
 * @param contestants methods in the order given, then the controls
 * @param users measured: the units
 * @param notTestable recommendations that removals can say nothing about: the history hardly moves their score
 * @param layers in the order in which they forgot; empty when the model has none
 */
public record TournamentResult(List<Contestant> contestants, int users, int notTestable, List<String> layers) {
    public TournamentResult {
        contestants = List.copyOf(contestants);
        layers = List.copyOf(layers);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public Contestant contestant(String name) {
        return contestants.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contestant " + name));
    }
}
