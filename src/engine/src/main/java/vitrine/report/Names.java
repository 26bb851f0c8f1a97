package vitrine.report;

import java.util.List;
import vitrine.chart.XmlText;
import vitrine.explain.LabelledPart;

/** Parts under names that fit into a sentence: one line, no control characters. */
final class Names {
    private Names() {}

    static List<LabelledPart> clean(List<LabelledPart> parts) {
        return parts.stream()
                .map(p -> new LabelledPart(p.kind(), XmlText.oneLine(p.label()), p.value()))
                .toList();
    }
}
