package vitrine.architecture.broken.cycle.two;

import java.util.List;
import vitrine.architecture.broken.cycle.one.First;

/** The other half. */
public record Second(List<First> firsts) {}
