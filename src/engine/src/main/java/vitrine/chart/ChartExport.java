package vitrine.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;

/** A chart as SVG text or PNG bytes. SVG keeps its text as text, has no script and refers to nothing outside itself. */
public final class ChartExport {
    private static final String FONTS = "DejaVu Sans, Verdana, Segoe UI, PingFang SC, Microsoft YaHei, "
            + "Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif";
    private static final Pattern NAMED = Pattern.compile("rgb\\(1,0,([0-9]+)\\)");

    private ChartExport() {}

    /** A file of its own, with its title, in the theme's colours. */
    public static String svg(Chart chart, ChartTheme theme, String id) {
        SortedMap<String, String> root = rootAttributes(chart);
        root.put("font-family", FONTS);
        return render(chart, theme, true, id, root, UnaryOperator.identity());
    }

    /**
     * Part of a page: without title, colours as the custom properties of {@link Token#css}, font of the page.
     *
     * @param id unlike that of any other picture in the page
     */
    public static String inlineSvg(Chart chart, String id) {
        SortedMap<String, String> root = rootAttributes(chart);
        root.put("class", "chart");
        return render(chart, ChartTheme.named(), false, id, root, ChartExport::property);
    }

    /** @param scale pixels of the picture a pixel of the chart, 1 to 4 */
    public static byte[] png(Chart chart, ChartTheme theme, int scale) {
        Dimension size = sizeOf(chart, true);
        BufferedImage image = new BufferedImage(size.width * scale, size.height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            chart.draw(theme, true).draw(g, new Rectangle2D.Double(0, 0, size.width, size.height));
        } finally {
            g.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String render(
            Chart chart,
            ChartTheme theme,
            boolean titled,
            String id,
            SortedMap<String, String> root,
            UnaryOperator<String> paint) {
        Dimension size = sizeOf(chart, titled);
        Document document = emptyDocument();
        SvgCanvas canvas = SvgCanvas.of(document, id, size);
        chart.draw(theme, titled).draw(canvas, new Rectangle2D.Double(0, 0, size.width, size.height));
        root.put("width", Integer.toString(size.width));
        root.put("height", Integer.toString(size.height));
        root.put("viewBox", "0 0 " + size.width + " " + size.height);
        return new SvgWriter(paint).write(canvas.getRoot(), root);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java runtime has no XML", e);
        }
    }

    private static Dimension sizeOf(Chart chart, boolean titled) {
        Dimension size = chart.size();
        return titled ? new Dimension(size.width, size.height + ChartFrame.TITLE_HEIGHT) : size;
    }

    private static SortedMap<String, String> rootAttributes(Chart chart) {
        TreeMap<String, String> root = new TreeMap<>();
        root.put("role", "img");
        root.put("aria-label", chart.description());
        return root;
    }

    private static String property(String paint) {
        Matcher named = NAMED.matcher(paint);
        if (!named.matches()) {
            return paint;
        }
        Token token = Token.values()[Integer.parseInt(named.group(1))];
        return "var(" + token.css() + ")";
    }
}
