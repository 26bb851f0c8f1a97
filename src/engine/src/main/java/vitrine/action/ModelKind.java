package vitrine.action;

import java.util.List;
import vitrine.data.split.Split;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;

/** A kind of model in the registry: its name, its hyper-parameters, how it is made. */
interface ModelKind {
    String name();

    List<HyperParameter> parameters();

    FittedModel fit(Split split, ParameterValues values, long seed, JobContext context, TrainingListener listener);
}
