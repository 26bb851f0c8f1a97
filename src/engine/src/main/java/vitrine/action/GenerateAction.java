package vitrine.action;

import java.nio.file.Path;
import vitrine.data.showcase.ShowcaseShop;
import vitrine.data.showcase.ShowcaseSummary;
import vitrine.run.JobContext;

/** Makes the showcase shop. */
public final class GenerateAction implements Action<GenerateRequest, GenerateResult> {
    @Override
    public GenerateResult run(GenerateRequest request, JobContext context) {
        ShowcaseSummary made = ShowcaseShop.generate(
                request.out(), request.seed(), request.users(), request.items(), request.events(), context);
        return new GenerateResult(
                made.files().stream().map(Path::toString).toList(), made.users(), made.items(), made.events());
    }
}
