package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.train.Objective;

/** A kind of model in the registry: its name, its hyper-parameters, how it is made. */
interface ModelKind {
    String name();

    /** The numbers every form shows. */
    List<HyperParameter> parameters();

    /** Hyper-parameters beyond those, words among them. */
    default List<HyperParameter> furtherParameters() {
        return List.of();
    }

    /** What a search draws each hyper-parameter from; what is not named keeps its default. */
    default SortedMap<String, SearchRange> ranges() {
        SortedMap<String, SearchRange> ranges = new TreeMap<>();
        for (HyperParameter parameter : parameters()) {
            SearchRange.usual(parameter.name()).ifPresent(range -> ranges.put(parameter.name(), range));
        }
        return ranges;
    }

    /**
     * Every parameter's value, as the model's provenance keeps it.
     *
     * @throws vitrine.run.WrongUsageException when a value is out of range
     */
    SortedMap<String, Object> recorded(ParameterValues values);

    FittedModel fit(Fitting fitting);

    /** What its scores are taught by, if it is taught. */
    default Objective objective() {
        return Objective.POINTWISE;
    }
}
