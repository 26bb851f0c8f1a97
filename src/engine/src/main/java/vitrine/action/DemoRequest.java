package vitrine.action;

import java.nio.file.Path;

/** {@code demo}: the main job end to end on shipped data. {@code sampleData} is the folder of the shipped sets. */
public record DemoRequest(Path sampleData, Path out, long seed) {}
