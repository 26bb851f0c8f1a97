package vitrine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import vitrine.action.DataOptions;
import vitrine.run.BadInputException;
import vitrine.study.Study;
import vitrine.study.StudyStep;

/** What the command line looks up in a study. */
final class StudyBook {
    private StudyBook() {}

    /** The data options of the last step that has them: the request of an import, or the data part of another verb. */
    static DataOptions dataOptions(Path folder) {
        Study study = Study.open(folder);
        List<StudyStep> steps = study.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            StudyStep step = steps.get(i);
            JsonNode data = step.verb().equals("import")
                    ? step.request()
                    : step.request().path("data");
            if (data.isObject()) {
                return study.read(data, DataOptions.class);
            }
        }
        throw new BadInputException("The study in " + folder
                + " has no step that read data yet. Name the data with --interactions FILE; --study records it.");
    }
}
