package vitrine.action;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vitrine.explain.counterfactual.Counterfactual;
import vitrine.explain.counterfactual.Goal;
import vitrine.explain.counterfactual.Outcome;
import vitrine.explain.counterfactual.SearchLimits;
import vitrine.model.Context;
import vitrine.model.Query;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;

/** Says what would have to be otherwise for an item to leave the list, or to enter it. */
public final class CounterfactualAction implements Action<CounterfactualRequest, CounterfactualResult> {
    @Override
    public CounterfactualResult run(CounterfactualRequest request, JobContext context) {
        ModelSession session = ModelSession.open(request.model());
        int item = session.item(request.item());
        Query query = session.query(request.user(), request.history(), request.context());
        OpenCounterfactual found = OpenCounterfactual.of(
                session,
                query,
                OpenCounterfactual.candidates(session, query, item),
                item,
                request.k(),
                kept(session, request.keep()),
                Optional.of(request.lift() ? Goal.LIFT : Goal.DROP),
                new SearchLimits(request.maxSize(), request.questions()),
                context);
        return result(session, request, found);
    }

    /** @throws vitrine.run.BadInputException for what is neither an item nor a part of the moment */
    private static Set<String> kept(ModelSession session, List<String> ids) {
        Set<String> kept = new HashSet<>();
        for (String id : ids) {
            boolean moment =
                    Arrays.stream(Context.Part.values()).anyMatch(p -> p.word().equals(id));
            kept.add(moment ? id : session.itemId(session.item(id)));
        }
        return kept;
    }

    private static CounterfactualResult result(
            ModelSession session, CounterfactualRequest request, OpenCounterfactual found) {
        Counterfactual removal = found.removal();
        Bilingual sentence = found.sentence(session).then(found.momentSentence(session));
        return new CounterfactualResult(
                request.user().orElse(null),
                request.item(),
                session.title(found.item()),
                request.k(),
                removal.goal() == Goal.DROP ? "drop" : "lift",
                removal.isFound(),
                Arrays.stream(found.removed())
                        .mapToObj(i -> new CounterfactualResult.Item(session.itemId(i), session.title(i)))
                        .toList(),
                removal.changes().size(),
                removal.certified(),
                removal.sizesRuledOut(),
                place(removal.before()),
                removal.after().map(CounterfactualAction::place).orElse(null),
                replacedBy(session, removal),
                replaces(session, removal),
                removal.questions(),
                found.moment().map(m -> moment(session, found, m)).orElse(null),
                new ExplainResult.Sentence(sentence.en(), sentence.zh()),
                found.foldedIn(),
                found.milliseconds());
    }

    private static CounterfactualResult.Moment moment(
            ModelSession session, OpenCounterfactual found, Counterfactual moment) {
        return new CounterfactualResult.Moment(
                moment.isFound(),
                found.changed(session),
                moment.changes().size(),
                moment.certified(),
                moment.after().map(CounterfactualAction::place).orElse(null),
                replacedBy(session, moment),
                replaces(session, moment),
                moment.questions());
    }

    private static CounterfactualResult.Place place(Outcome outcome) {
        return new CounterfactualResult.Place(outcome.rank(), outcome.score());
    }

    private static CounterfactualResult.@Nullable Listed replacedBy(ModelSession session, Counterfactual found) {
        return found.goal() == Goal.DROP
                ? found.replacement()
                        .map(i -> listed(session, i, found.after().orElseThrow()))
                        .orElse(null)
                : null;
    }

    private static CounterfactualResult.@Nullable Listed replaces(ModelSession session, Counterfactual found) {
        return found.goal() == Goal.LIFT
                ? found.replacement()
                        .map(i -> listed(session, i, found.before()))
                        .orElse(null)
                : null;
    }

    private static CounterfactualResult.Listed listed(ModelSession session, int item, Outcome list) {
        int place = 0;
        while (list.top()[place] != item) {
            place++;
        }
        return new CounterfactualResult.Listed(session.itemId(item), session.title(item), place + 1);
    }
}
