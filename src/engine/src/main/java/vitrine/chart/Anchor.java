package vitrine.chart;

/** Which point of a text stands at the given x. */
enum Anchor {
    START("start", 0),
    MIDDLE("middle", .5),
    END("end", 1);

    private final String svg;
    private final double share;

    Anchor(String svg, double share) {
        this.svg = svg;
        this.share = share;
    }

    /** Value of SVG's {@code text-anchor}. */
    String svg() {
        return svg;
    }

    /** Share of the text's width left of the point. */
    double share() {
        return share;
    }
}
