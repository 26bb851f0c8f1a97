package vitrine.chart;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes an SVG tree as text: attributes in alphabetical order, text escaped, Batik's defaults left out. */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Says nothing a viewer would not do anyway, or names fonts the page chooses better. */
    private static final Set<String> NEEDLESS = Set.of(
            "color-interpolation",
            "color-rendering",
            "font-family",
            "image-rendering",
            "shape-rendering",
            "text-rendering",
            "xml:space");

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final UnaryOperator<String> paint;

    /** @param paint turns a fill or stroke value into the one to write */
    SvgWriter(UnaryOperator<String> paint) {
        this.paint = paint;
    }

    /** @param rootAttributes added to, or instead of, the root's own */
    String write(Element root, SortedMap<String, String> rootAttributes) {
        SortedMap<String, String> attributes = attributes(root);
        attributes.keySet().removeIf(name -> name.startsWith("xmlns"));
        attributes.putAll(rootAttributes);
        attributes.put("xmlns", NAMESPACE);
        element(root, attributes);
        return out.toString();
    }

    private void element(Element element, SortedMap<String, String> attributes) {
        boolean emptyDefs = element.getTagName().equals("defs") && !hasElement(element);
        if (emptyDefs) {
            return;
        }
        out.append('<').append(element.getTagName());
        attributes.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.escape(value))
                .append('"'));
        if (!element.hasChildNodes()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, attributes(inner));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                out.append(XmlText.escape(child.getNodeValue()));
            }
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    private SortedMap<String, String> attributes(Element element) {
        SortedMap<String, String> kept = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            String value = all.item(i).getNodeValue();
            if (!NEEDLESS.contains(name)) {
                kept.put(name, name.equals("fill") || name.equals("stroke") ? paint.apply(value) : value);
            }
        }
        return kept;
    }

    private static boolean hasElement(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                return true;
            }
        }
        return false;
    }
}
