package vitrine.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/** Cleaning steps in the order in which they run. The counts depend on the order. */
public record CleaningPlan(List<CleaningStep> steps) {
    public CleaningPlan {
        steps = List.copyOf(steps);
    }

    /**
     * The default order.
     *
     * @param productsOnly whether codes that are not products are dropped
     */
    public static CleaningPlan standard(
            Map<String, Double> eventWeights, OptionalDouble minValue, int minUser, int minItem, boolean productsOnly) {
        List<CleaningStep> steps = new ArrayList<>(List.of(
                new UserIdSuffix(), new MissingUser(), new Returns(), new NonPositivePrice(), new Duplicates()));
        if (productsOnly) {
            steps.add(new NonProductCodes());
        }
        steps.add(new EventWeights(eventWeights, minValue));
        steps.add(new KCore(minUser, minItem));
        return new CleaningPlan(steps);
    }

    /** The same steps, none of which drops rows for what other rows there are of their user or item. */
    public CleaningPlan withoutKCore() {
        return new CleaningPlan(
                steps.stream().filter(step -> !(step instanceof KCore)).toList());
    }

    /**
     * Runs every step that applies.
     *
     * @throws BadInputException when a step leaves nothing
     */
    public List<StepReport> run(EventTable table, JobContext context) {
        List<StepReport> reports = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            CleaningStep step = steps.get(i);
            context.cancellation().throwIfCancelled();
            context.progress().report("Cleaning: " + step.name(), i, steps.size());
            if (step.appliesTo(table)) {
                StepReport report = step.apply(table);
                reports.add(report);
                if (report.rowsAfter() == 0) {
                    throw new BadInputException("The cleaning step \"" + step.name() + "\" removed the last "
                            + report.rowsBefore() + " rows, so nothing is left. Check the column mapping (--map), or"
                            + " switch the step off in a cleaning list (--cleaning).");
                }
            }
        }
        return List.copyOf(reports);
    }
}
