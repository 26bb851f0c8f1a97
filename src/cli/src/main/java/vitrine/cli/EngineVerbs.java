package vitrine.cli;

import vitrine.action.ActivationsAction;
import vitrine.action.AssessAction;
import vitrine.action.BenchmarkAction;
import vitrine.action.CompareAction;
import vitrine.action.CounterfactualAction;
import vitrine.action.DemoAction;
import vitrine.action.EvaluateAction;
import vitrine.action.ExplainAction;
import vitrine.action.GenerateAction;
import vitrine.action.ImportAction;
import vitrine.action.RecommendAction;
import vitrine.action.SearchAction;
import vitrine.action.TrainAction;

/** The composition root: which engine action stands behind which command. Actions are made when they are needed. */
final class EngineVerbs {
    private EngineVerbs() {}

    static Verbs create() {
        return new Verbs(
                (request, context) -> new ImportAction().run(request, context),
                (request, context) -> new GenerateAction().run(request, context),
                (request, context) -> new TrainAction().run(request, context),
                (request, context) -> new EvaluateAction().run(request, context),
                (request, context) -> new RecommendAction().run(request, context),
                (request, context) -> new ExplainAction().run(request, context),
                (request, context) -> new ActivationsAction().run(request, context),
                (request, context) -> new DemoAction().run(request, context),
                (request, context) -> new BenchmarkAction().run(request, context),
                (request, context) -> new CompareAction().run(request, context),
                (request, context) -> new SearchAction().run(request, context),
                (request, context) -> new CounterfactualAction().run(request, context),
                (request, context) -> new AssessAction().run(request, context));
    }
}
