package vitrine.action;

import java.util.List;
import vitrine.explain.Explainer;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.Occlusion;
import vitrine.run.WrongUsageException;

/** The registry of explainers. */
public final class Explainers {
    private static final List<Explainer> ALL =
            List.of(new IntegratedGradients(), new Occlusion(), new ExactLinear(), new ExactShapley());

    private Explainers() {}

    public static List<String> names() {
        return ALL.stream().map(Explainer::name).toList();
    }

    /** @throws WrongUsageException naming the known ones */
    public static Explainer named(String name) {
        return ALL.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException(
                        "There is no method \"" + name + "\" yet. Known: " + String.join(", ", names()) + "."));
    }
}
