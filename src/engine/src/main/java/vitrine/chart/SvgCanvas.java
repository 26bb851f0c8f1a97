package vitrine.chart;

import java.awt.Dimension;
import java.awt.Graphics;
import java.util.Objects;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Batik's SVG drawing surface with anchored text and ids that cannot meet those of another picture in the same page. */
final class SvgCanvas extends SVGGraphics2D {
    private SvgCanvas(SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
    }

    static SvgCanvas of(Document document, String idPrefix, Dimension size) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setIDGenerator(new PrefixedIds(idPrefix));
        context.setPrecision(2);
        SvgCanvas canvas = new SvgCanvas(context);
        canvas.setSVGCanvasSize(size);
        return canvas;
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    /** @param y baseline */
    void drawAnchored(String text, double x, double y, Anchor anchor) {
        Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, SVG_TEXT_TAG);
        element.setAttributeNS(null, SVG_X_ATTRIBUTE, generatorCtx.doubleString(x));
        element.setAttributeNS(null, SVG_Y_ATTRIBUTE, generatorCtx.doubleString(y));
        element.setAttributeNS(null, SVG_TEXT_ANCHOR_ATTRIBUTE, anchor.svg());
        element.appendChild(getDOMFactory().createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }

    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;

        PrefixedIds(String prefix) {
            this.prefix = Objects.requireNonNull(prefix);
        }

        @Override
        public String generateID(String kind) {
            return super.generateID(prefix + "-" + kind);
        }
    }
}
