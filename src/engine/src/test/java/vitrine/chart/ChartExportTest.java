package vitrine.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.model.Part;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingHistory;

class ChartExportTest {
    private static final String HOSTILE = "<script>alert(1)</script>\" onload=\"x ]]> &amp; \u0001";

    private static ContributionChart bars() {
        return new ContributionChart(
                List.of(
                        new LabelledPart(Part.Kind.HISTORY, HOSTILE, 1.2),
                        new LabelledPart(Part.Kind.USER, "杯子", -.4),
                        new LabelledPart(Part.Kind.ITEM, "price", 0)),
                new Figures(2),
                Locale.ENGLISH);
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void svgIsWellFormedHasNoScriptAndRefersToNothingOutside() throws Exception {
        String svg = ChartExport.svg(bars(), ChartTheme.light(), "c");
        Document document = parse(svg);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertEquals(0, document.getElementsByTagName("image").getLength());
        assertFalse(svg.contains("href"));
        String outside = svg.replace("http://www.w3.org/2000/svg", "");
        assertFalse(outside.contains("http"));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertFalse(all.item(i).getAttributes().getNamedItem("onload") != null);
        }
    }

    @Test
    void textStaysTextAndChineseSurvives() throws Exception {
        Document document = parse(ChartExport.svg(bars(), ChartTheme.dark(), "c"));
        NodeList texts = document.getElementsByTagName("text");
        Set<String> found = new HashSet<>();
        for (int i = 0; i < texts.getLength(); i++) {
            found.add(texts.item(i).getTextContent());
        }
        assertTrue(found.contains("User · 杯子"), found.toString());
        assertTrue(found.contains("+1.20"));
        assertTrue(found.contains("\u22120.40"));
        assertTrue(found.contains("0"));
    }

    @Test
    void theSamePictureGivesTheSameBytesAndIdsFollowThePicture() {
        String once = ChartExport.inlineSvg(bars(), "p1");
        assertEquals(once, ChartExport.inlineSvg(bars(), "p1"));
        String other = ChartExport.inlineSvg(bars(), "p2");
        assertNotEquals(once, other);
        assertEquals(once, other.replace("p2-", "p1-"));
    }

    @Test
    void aPictureInAPageHasNoColoursOfItsOwn() {
        String svg = ChartExport.inlineSvg(bars(), "p1");
        assertFalse(svg.contains("rgb("), svg);
        assertTrue(svg.contains("var(--v-raise)"));
        assertTrue(svg.contains("var(--v-lower)"));
    }

    @Test
    void everyTokenHasItsOwnProperty() {
        Set<String> names = new HashSet<>();
        for (Token token : Token.values()) {
            assertTrue(names.add(token.css()));
            assertTrue(token.css().matches("--v-[a-z0-9-]+"));
        }
    }

    @Test
    void pngHasTheChartsSizeTimesTheScale() throws IOException {
        byte[] png = ChartExport.png(bars(), ChartTheme.light(), 2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(2 * bars().size().width, image.getWidth());
        assertArrayEquals(png, ChartExport.png(bars(), ChartTheme.light(), 2));
        assertEquals(0xFFFFFFFF, image.getRGB(2, image.getHeight() - 2));
    }

    @Test
    void theDescriptionNamesEveryBarAndThePartsWithoutEffect() {
        String text = bars().description();
        assertTrue(text.contains("+1.20"));
        assertTrue(text.contains("User · 杯子 \u22120.40"));
        assertTrue(text.contains("1 part had no effect"));
    }

    @Test
    void curvesMarkBestAndStopAndNameTheirYardsticks() throws Exception {
        TreeMap<String, Double> validation = new TreeMap<>();
        validation.put("hr", .6);
        EpochRecord first = new EpochRecord(1, .5, .8, validation, 1, 1);
        EpochRecord second = new EpochRecord(2, .4, .45, new TreeMap<>(), 1, 1);
        LearningCurves curves = new LearningCurves(
                new TrainingHistory(List.of(first, second), .5004, .8, 2),
                OptionalInt.of(1),
                OptionalInt.of(2),
                Locale.ENGLISH);
        TreeMap<String, Double> yardsticks = new TreeMap<>();
        yardsticks.put("popularity", .4);
        String ranking = ChartExport.inlineSvg(curves.ranking("hr", "HR@10", yardsticks), "r");
        parse(ranking);
        assertTrue(ranking.contains(">best 1<"));
        assertTrue(ranking.contains(">stopped 2<"));
        assertTrue(ranking.contains(">popularity 0.400<"));
        assertTrue(ChartExport.inlineSvg(curves.loss(), "l").contains(">base rate 0.500<"));
        assertTrue(ChartExport.inlineSvg(curves.accuracy(), "a").contains(">always “no” 0.800<"));
        assertTrue(curves.measured("hr"));
        assertFalse(curves.measured("ndcg"));
    }

    @Test
    void oneEpochIsAChartToo() throws Exception {
        EpochRecord only = new EpochRecord(1, .5, .8, new TreeMap<>(), 1, 1);
        LearningCurves curves = new LearningCurves(
                new TrainingHistory(List.of(only), .5004, .8, 1),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Locale.CHINESE);
        parse(ChartExport.inlineSvg(curves.loss(), "l"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LearningCurves(
                        new TrainingHistory(List.of(), 0, 0, 0),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Locale.ENGLISH));
    }

    @Test
    void smallLayersPrintTheirValuesAndWideOnesSayWhatIsShown() throws Exception {
        HeatMapData small = HeatMapData.of(new int[] {2}, new double[] {-.5, 3}, List.of("z1"), new boolean[0], false);
        String svg = ChartExport.inlineSvg(new LayerHeatMap("z1", "value", small, Locale.ENGLISH), "h");
        parse(svg);
        assertTrue(svg.contains(">\u22120.50<") && svg.contains(">3.00<"), svg);
        HeatMapData wide = HeatMapData.of(new int[] {200}, new double[200], List.of("a"), new boolean[0], false);
        LayerHeatMap map = new LayerHeatMap("dense", "value", wide, Locale.ENGLISH);
        assertTrue(ChartExport.inlineSvg(map, "h").contains("64 strongest of 200 units"));
        assertTrue(map.description().startsWith("Layer dense, 1 × 200"));
        HeatMapData none = HeatMapData.of(new int[] {0, 3}, new double[0], List.of(), new boolean[0], false);
        assertTrue(new LayerHeatMap("x", "value", none, Locale.CHINESE)
                .description()
                .contains("为空"));
    }
}
