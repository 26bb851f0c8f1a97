package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.explain.Explainer;
import vitrine.explain.MethodParameter;
import vitrine.explain.control.CosineControl;
import vitrine.explain.control.PopularityControl;
import vitrine.explain.control.RandomControl;
import vitrine.explain.control.StatisticsExplainer;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.InputXGradient;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.gradient.Saliency;
import vitrine.explain.gradient.SmoothGrad;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.KernelShap;
import vitrine.explain.perturb.Lime;
import vitrine.explain.perturb.Occlusion;
import vitrine.explain.perturb.PermutationShapley;
import vitrine.run.WrongUsageException;

/** The registry of explainers; the controls come last. */
public final class Explainers {
    private static final List<Explainer> ALL = List.of(
            new IntegratedGradients(),
            new Occlusion(),
            new ExactLinear(),
            new ExactShapley(),
            new PermutationShapley(),
            new KernelShap(),
            new Lime(),
            new InputXGradient(),
            new SmoothGrad(),
            new Saliency(),
            new CosineControl(),
            new PopularityControl(),
            new RandomControl());

    private Explainers() {}

    /** What can be set of some method, each once. */
    public static List<MethodSetting> settings() {
        SortedMap<String, List<Explainer>> owners = new TreeMap<>();
        for (Explainer explainer : ALL) {
            explainer
                    .parameters()
                    .forEach(p -> owners.computeIfAbsent(p.name(), name -> new ArrayList<>())
                            .add(explainer));
        }
        List<MethodSetting> settings = new ArrayList<>();
        owners.forEach((name, methods) -> {
            MethodParameter first = methods.get(0).parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (!methods.stream().allMatch(method -> method.parameters().contains(first))) {
                throw new IllegalStateException("methods disagree about --" + name);
            }
            settings.add(new MethodSetting(
                    name,
                    methods.stream().map(Explainer::name).toList(),
                    first.defaultValue(),
                    first.least(),
                    first.most(),
                    first.whole(),
                    first.help()));
        });
        return settings;
    }

    /** What can be set of one method. */
    public static List<MethodSetting> settings(String method) {
        return settings().stream().filter(s -> s.methods().contains(method)).toList();
    }

    public static List<String> names() {
        return ALL.stream().map(Explainer::name).toList();
    }

    /** With the model's training interactions, where the method reads them and the model has them. */
    static Explainer ready(Explainer explainer, ModelSession session) {
        return explainer instanceof StatisticsExplainer statistical
                        && session.log().isPresent()
                ? statistical.over(session.itemUsers())
                : explainer;
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
