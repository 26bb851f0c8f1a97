package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.model.feature.FieldRows;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Executor;
import vitrine.network.OpenNetwork;

/**
 * The score of one item under {@link DeepContext} as a function of the history's weights and the vectors of all other parts
 * that are present: on a path, a vector moves from that of "unknown" to that of the value.
 */
final class DeepContextScore implements DifferentiableFunction {
    /** A run of coordinates and the input they stand in. */
    private record Span(String input, int at, int from, int to) {}

    private final Executor run;
    private final List<Span> spans;
    private final int dimension;
    private final String output;

    private DeepContextScore(Executor run, List<Span> spans, int dimension, String output) {
        this.run = run;
        this.spans = spans;
        this.dimension = dimension;
        this.output = output;
    }

    static PartedScore parted(DeepContext model, Query query, int item) {
        Layout layout = new Layout(model, query, item);
        int n = query.history().length;
        for (int i = 0; i < n; i++) {
            layout.add(Part.Kind.HISTORY, i, DeepContext.HISTORY + DeepContext.WEIGHTS, i, 1);
        }
        layout.addFields(Part.Kind.USER, 0, DeepContext.QUESTION_ROWS, 0, 1);
        FieldRows asked = model.questionRows();
        int attributes = model.features().users().features().size();
        for (int f = 0; f < attributes; f++) {
            layout.addFields(Part.Kind.USER, 1 + f, DeepContext.QUESTION_ROWS, asked.field(f), asked.fieldsOf(f));
        }
        FieldRows offered = model.itemRows();
        for (int f = 0; f < model.features().items().features().size(); f++) {
            layout.addFields(Part.Kind.ITEM, f, DeepContext.ITEM_ROWS, offered.field(f), offered.fieldsOf(f));
        }
        for (Context.Part part : Context.Part.values()) {
            int field = asked.field(attributes + part.ordinal());
            layout.addFields(Part.Kind.CONTEXT, part.ordinal(), DeepContext.QUESTION_ROWS, field, 1);
        }
        return layout.finish();
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] x) {
        for (Span span : spans) {
            float[] input = run.values(span.input());
            for (int i = span.from(); i < span.to(); i++) {
                input[span.at() + i - span.from()] = (float) x[i];
            }
        }
        run.forward(1);
        return run.values(output)[0];
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double score = value(x);
        run.gradients(output)[0] = 1;
        run.backward(1);
        for (Span span : spans) {
            float[] slope = run.gradients(span.input());
            for (int i = span.from(); i < span.to(); i++) {
                gradient[i] = slope[span.at() + i - span.from()];
            }
        }
        return score;
    }

    /** Collects parts, their coordinates and where they begin and end. */
    private static final class Layout {
        private final DeepContext model;
        private final Query query;
        private final int item;
        private final Executor asked;
        private final Executor reference;
        private final List<Part> parts = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private double[] point = new double[0];
        private double[] start = new double[0];

        Layout(DeepContext model, Query query, int item) {
            this.model = model;
            this.query = query;
            this.item = item;
            this.asked = forward(query);
            this.reference = forward(model.reference(query));
        }

        private Executor forward(Query question) {
            Executor run = new Executor(model.network(), model.parameters(), 1);
            model.place(run, 0, question, item);
            run.forward(1);
            return run;
        }

        /** @param at first number in the input */
        void add(Part.Kind kind, int index, String input, int at, int size) {
            int from = point.length;
            parts.add(new Part(kind, index, from, from + size));
            spans.add(new Span(input, at, from, from + size));
            point = Arrays.copyOf(point, from + size);
            start = Arrays.copyOf(start, from + size);
            for (int i = 0; i < size; i++) {
                point[from + i] = asked.values(input)[at + i];
                start[from + i] = reference.values(input)[at + i];
            }
        }

        /** The vectors of some fields; their weights stay those of the question, so a vector begins at what weight is missing. */
        void addFields(Part.Kind kind, int index, String rows, int field, int fields) {
            if (!model.isPresent(query, item, kind, index)) {
                return;
            }
            int width = model.settings().dim();
            String weights = (rows.equals(DeepContext.ITEM_ROWS) ? DeepContext.ITEM : DeepContext.QUESTION)
                    + DeepContext.WEIGHTS;
            int from = point.length;
            add(kind, index, rows, field * width, fields * width);
            for (int i = from; i < point.length; i++) {
                int place = field + (i - from) / width;
                double now = asked.values(weights)[place];
                double then = reference.values(weights)[place];
                start[i] = now == 0 ? point[i] : start[i] * then / now;
            }
        }

        PartedScore finish() {
            OpenNetwork open = OpenNetwork.of(model.network());
            Executor run = new Executor(open.network(), model.parameters(), 1);
            open.inputs(model.network(), asked)
                    .forEach((name, values) -> System.arraycopy(values, 0, run.values(name), 0, values.length));
            DeepContextScore function = new DeepContextScore(
                    run, spans, point.length, open.network().output().name());
            return new PartedScore(parts, function, point, start);
        }
    }
}
