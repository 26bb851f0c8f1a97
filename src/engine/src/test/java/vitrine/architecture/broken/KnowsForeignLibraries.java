package vitrine.architecture.broken;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/** Breaks "third parties stay at home": a fixture in a package that is nobody's home. */
public record KnowsForeignLibraries(
        INDArray tensor, Table table, JFreeChart chart, SVGGraphics2D picture, ObjectMapper json) {}
