package vitrine.train;

import java.util.Arrays;
import java.util.List;
import vitrine.model.InteractionMatrix;
import vitrine.run.WrongUsageException;

/** The ways to draw negatives, by the words of {@code --sampling}. */
public enum Sampling {
    UNIFORM("uniform"),
    POPULARITY("popularity"),
    IN_BATCH("in-batch");

    private final String word;

    Sampling(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Sampling::word).toList();
    }

    /** @throws WrongUsageException for an unknown word */
    public static Sampling of(String word) {
        return Arrays.stream(values())
                .filter(sampling -> sampling.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException(
                        "--sampling must be one of " + String.join(", ", words()) + ", not \"" + word + "\"."));
    }

    /** @param positives what the negatives of each user must not be */
    public NegativeSampler over(InteractionMatrix positives) {
        return switch (this) {
            case UNIFORM -> new UniformSampler(positives);
            case POPULARITY -> new PopularitySampler(positives);
            case IN_BATCH -> new InBatchSampler(positives);
        };
    }
}
