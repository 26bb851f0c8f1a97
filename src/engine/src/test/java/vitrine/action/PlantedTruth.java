package vitrine.action;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import vitrine.assess.faithfulness.ItemUsers;
import vitrine.data.IdIndex;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.ExplanationRequest;
import vitrine.metric.BootstrapInterval;
import vitrine.metric.Ranks;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * Do explanations name the planted cause? Every held-out purchase that a rule brought about is explained when the model has
 * learned it (it stands among the first ten of all items outside the history); the cause's place among the history items by
 * contribution is scored: share first, share among the first three, mean reciprocal rank, with 95 % intervals from a
 * bootstrap in which the events of one rule hang together. Of a conjunction: the share of its two causes among the first
 * two. Ties count half. Controls: random, newest first, popularity, cosine.
 */
final class PlantedTruth {
    private static final long SEED = 42;
    private static final int LEARNED = 10;
    private static final List<String> KINDS = List.of("plain", "confounded", "conjunction");

    private PlantedTruth() {}

    /**
     * @param arguments folder of a generated shop; then {@code split} (writes its train.csv), or {@code generator}, or model
     *     files trained on that train.csv
     */
    public static void main(String[] arguments) throws IOException {
        PlantedShop shop = new PlantedShop(Path.of(arguments[0]));
        if (arguments[1].equals("split")) {
            shop.writeTraining();
            return;
        }
        List<PlantedShop.Effect> effects = shop.heldOutEffects();
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            if (name.equals("generator")) {
                List<String> users = new ArrayList<>(new TreeSet<>(
                        effects.stream().map(PlantedShop.Effect::user).toList()));
                Recommender model = new GeneratorModel(shop, users);
                new Scoring(name, model, model, Optional.empty()).print(effects);
            } else {
                ModelSession session = ModelSession.open(Path.of(name));
                new Scoring(name, session.model(), session.byHistory(), Optional.of(session.itemUsers()))
                        .print(effects);
            }
        }
    }

    /**
     * Scores of all methods on the learned effects of one kind of rule.
     *
     * @param scores by method, then by rule, one a learned effect: first (of two causes: among the first two), among the first
     *     three, reciprocal rank
     */
    record Scored(int asked, int learned, Map<String, Map<PlantedShop.Rule, List<double[]>>> scores) {
        /** Mean over effects. */
        double mean(String method, int measure) {
            return scores.getOrDefault(method, Map.of()).values().stream()
                    .flatMap(List::stream)
                    .mapToDouble(result -> result[measure])
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** One model's scores. */
    record Scoring(String name, Recommender ranking, Recommender explained, Optional<ItemUsers> statistics) {
        void print(List<PlantedShop.Effect> effects) {
            for (String kind : KINDS) {
                Scored scored = of(kind, effects);
                System.out.printf(
                        Locale.ROOT,
                        "%n%s, %s rules: %d of %d held-out effects learned%n",
                        name,
                        kind,
                        scored.learned(),
                        scored.asked());
                scored.scores().forEach((method, byRule) -> line(method, kind, byRule));
            }
        }

        Scored of(String kind, List<PlantedShop.Effect> effects) {
            Map<String, Map<PlantedShop.Rule, List<double[]>>> scores = new TreeMap<>();
            int asked = 0;
            int learned = 0;
            for (int number = 0; number < effects.size(); number++) {
                PlantedShop.Effect effect = effects.get(number);
                if (!effect.rule().kind().equals(kind)) {
                    continue;
                }
                asked++;
                Optional<Query> query = query(effect);
                int item = ranking.items().indexOf(effect.rule().target());
                if (query.isPresent() && rank(query.get(), item) <= LEARNED) {
                    learned++;
                    score(effect, query.get(), item, number, scores);
                }
            }
            return new Scored(asked, learned, scores);
        }

        /** Empty when the model does not know the item that the rule brought about. */
        private Optional<Query> query(PlantedShop.Effect effect) {
            IdIndex items = ranking.items();
            int[] history = effect.history().stream()
                    .mapToInt(items::indexOf)
                    .filter(i -> i != IdIndex.UNKNOWN)
                    .toArray();
            int from = Math.max(0, history.length - ranking.maxHistory());
            boolean known = items.indexOf(effect.rule().target()) != IdIndex.UNKNOWN;
            int user = explained == ranking ? ranking.users().indexOf(effect.user()) : Query.UNKNOWN_USER;
            return known
                    ? Optional.of(Query.of(user, Arrays.copyOfRange(history, from, history.length)))
                    : Optional.empty();
        }

        private int rank(Query query, int item) {
            int[] candidates = IntStream.range(0, ranking.items().size())
                    .filter(i -> Arrays.stream(query.history()).noneMatch(h -> h == i))
                    .toArray();
            double[] scores = new double[candidates.length];
            explained.score(query, candidates, scores);
            return Ranks.of(scores, Arrays.binarySearch(candidates, item));
        }

        private void score(
                PlantedShop.Effect effect,
                Query query,
                int item,
                int number,
                Map<String, Map<PlantedShop.Rule, List<double[]>>> scores) {
            int[] history = query.history();
            for (String method : Explainers.names()) {
                Explainer explainer = Explainers.named(method);
                if (explainer.objection(explained).isPresent()) {
                    continue;
                }
                double[] contributions = new double[history.length];
                try {
                    for (Contribution part : explainer
                            .explain(explained, new ExplanationRequest(query, item, SEED, Map.of()), JobContext.quiet())
                            .contributions()) {
                        if (part.kind() == Part.Kind.HISTORY) {
                            contributions[part.index()] = part.value();
                        }
                    }
                } catch (CannotAnswerException tooManyParts) {
                    continue;
                }
                add(scores, method, effect, history, i -> contributions[i]);
            }
            SeededRandom random = SeededRandom.stream(SEED, "planted", number);
            double[] draws = IntStream.range(0, history.length)
                    .mapToDouble(i -> random.nextDouble())
                    .toArray();
            add(scores, "control: random", effect, history, i -> draws[i]);
            add(scores, "control: newest first", effect, history, i -> i);
            statistics.ifPresent(log -> {
                add(scores, "control: popularity", effect, history, i -> log.popularity(history[i]));
                add(scores, "control: cosine", effect, history, i -> log.similarity(history[i], item));
            });
        }

        private void add(
                Map<String, Map<PlantedShop.Rule, List<double[]>>> scores,
                String method,
                PlantedShop.Effect effect,
                int[] history,
                IntToDoubleFunction contribution) {
            double[] result = new double[3];
            int causes = effect.causes().size();
            for (String cause : effect.causes()) {
                double rank = rankOf(ranking.items().indexOf(cause), history, contribution);
                result[0] += (rank <= causes ? 1.0 : 0) / causes;
                result[1] += (rank <= 3 ? 1.0 : 0) / causes;
                result[2] += 1 / rank / causes;
            }
            scores.computeIfAbsent(method, m -> new java.util.LinkedHashMap<>())
                    .computeIfAbsent(effect.rule(), rule -> new ArrayList<>())
                    .add(result);
        }

        /** Place of an item by contribution, equal ones sharing their mean place; infinite when it is not in the history. */
        private static double rankOf(int item, int[] history, IntToDoubleFunction contribution) {
            int at = IntStream.range(0, history.length)
                    .filter(i -> history[i] == item)
                    .findFirst()
                    .orElse(-1);
            if (at < 0) {
                return Double.POSITIVE_INFINITY;
            }
            double own = contribution.applyAsDouble(at);
            double rank = 1;
            for (int i = 0; i < history.length; i++) {
                double other = contribution.applyAsDouble(i);
                rank += i == at ? 0 : other > own ? 1 : other == own ? .5 : 0;
            }
            return rank;
        }

        private static void line(String method, String kind, Map<PlantedShop.Rule, List<double[]>> byRule) {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s", method));
            String[] names = kind.equals("conjunction")
                    ? new String[] {"recall@2", "recall@3", "MRR"}
                    : new String[] {"hit@1", "hit@3", "MRR"};
            int events = 0;
            for (int m = 0; m < names.length; m++) {
                int measure = m;
                double[][] clusters = byRule.values().stream()
                        .map(rule -> rule.stream().mapToDouble(r -> r[measure]).toArray())
                        .toArray(double[][]::new);
                SeededRandom random = SeededRandom.stream(SEED, "planted-bootstrap", m);
                BootstrapInterval interval = BootstrapInterval.ofClusters(clusters, random::nextInt);
                events = interval.n();
                text.append(String.format(
                        Locale.ROOT,
                        "  %s %.2f [%.2f, %.2f]",
                        names[m],
                        interval.mean(),
                        interval.low(),
                        interval.high()));
            }
            System.out.println(
                    text.append("  n ").append(events).append(", rules ").append(byRule.size()));
        }
    }
}
