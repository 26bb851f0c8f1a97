package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vitrine.model.ContextRecommender;
import vitrine.model.Query;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.words.Bilingual;
import vitrine.words.HistoryVerb;
import vitrine.words.ReasonWords;

/** Ranks products for one user. */
public final class RecommendAction implements Action<RecommendRequest, RecommendResult> {
    private static final int MOST = 10_000;

    @Override
    public RecommendResult run(RecommendRequest request, JobContext context) {
        if (request.top() < 1 || request.top() > MOST) {
            throw new WrongUsageException("--top must lie between 1 and " + MOST + ", not " + request.top() + ".");
        }
        return recommend(ModelSession.open(request.model()), request, context);
    }

    static RecommendResult recommend(ModelSession session, RecommendRequest request, JobContext context) {
        long start = System.nanoTime();
        Query query = session.query(request.user(), request.history(), request.context());
        boolean foldedIn = session.foldsIn() && request.history().isPresent();
        RankedItems ranked = RankedItems.of(
                session,
                query,
                session.unseen(query, request.history()),
                foldedIn,
                request.includeSeen(),
                request.top());
        int[] strongest = StrongestPart.of(session.byHistory(), query, ranked.items(), context);
        HistoryVerb verb = session.verb();
        List<RecommendResult.Ranked> lines = new ArrayList<>();
        for (int i = 0; i < ranked.items().length; i++) {
            int item = ranked.items()[i];
            Bilingual reason = strongest[i] == StrongestPart.NONE
                    ? ReasonWords.none()
                    : ReasonWords.line(session.title(query.history()[strongest[i]]), verb, Optional.empty());
            lines.add(new RecommendResult.Ranked(
                    i + 1,
                    session.itemId(item),
                    session.title(item),
                    ranked.scores()[i],
                    ranked.probability(i).isPresent() ? ranked.probability(i).getAsDouble() : null,
                    reason.en()));
        }
        List<RecommendResult.HistoryItem> history = new ArrayList<>();
        for (int i = 0; i < query.history().length; i++) {
            int item = query.history()[i];
            history.add(new RecommendResult.HistoryItem(session.itemId(item), session.title(item), query.weights()[i]));
        }
        return new RecommendResult(
                request.user().orElse(null),
                history,
                lines,
                foldedIn,
                (System.nanoTime() - start) / 1e6,
                session.model() instanceof ContextRecommender reader ? AskedContext.words(reader, query) : null);
    }
}
