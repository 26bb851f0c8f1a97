package vitrine.cli;

import vitrine.action.Action;
import vitrine.action.ActivationsRequest;
import vitrine.action.ActivationsResult;
import vitrine.action.AssessRequest;
import vitrine.action.AssessResult;
import vitrine.action.BenchmarkRequest;
import vitrine.action.BenchmarkResult;
import vitrine.action.CompareRequest;
import vitrine.action.CompareResult;
import vitrine.action.CounterfactualRequest;
import vitrine.action.CounterfactualResult;
import vitrine.action.DataOptions;
import vitrine.action.DemoRequest;
import vitrine.action.DemoResult;
import vitrine.action.EvaluateRequest;
import vitrine.action.EvaluateResult;
import vitrine.action.ExplainRequest;
import vitrine.action.ExplainResult;
import vitrine.action.GenerateRequest;
import vitrine.action.GenerateResult;
import vitrine.action.ImportResult;
import vitrine.action.RecommendRequest;
import vitrine.action.RecommendResult;
import vitrine.action.SearchRequest;
import vitrine.action.SearchResult;
import vitrine.action.TrainRequest;
import vitrine.action.TrainResult;

/** Everything the command line can ask of the engine: one action a command. */
public record Verbs(
        Action<DataOptions, ImportResult> importData,
        Action<GenerateRequest, GenerateResult> generate,
        Action<TrainRequest, TrainResult> train,
        Action<EvaluateRequest, EvaluateResult> evaluate,
        Action<RecommendRequest, RecommendResult> recommend,
        Action<ExplainRequest, ExplainResult> explain,
        Action<ActivationsRequest, ActivationsResult> activations,
        Action<DemoRequest, DemoResult> demo,
        Action<BenchmarkRequest, BenchmarkResult> benchmark,
        Action<CompareRequest, CompareResult> compare,
        Action<SearchRequest, SearchResult> search,
        Action<CounterfactualRequest, CounterfactualResult> counterfactual,
        Action<AssessRequest, AssessResult> assess) {}
