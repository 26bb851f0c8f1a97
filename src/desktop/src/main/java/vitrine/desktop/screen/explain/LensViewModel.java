package vitrine.desktop.screen.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import vitrine.action.ActivationsResult.LayerView;
import vitrine.action.LayerLens;
import vitrine.action.LayerLens.Quantity;
import vitrine.chart.HeatMapData;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.explain.Figures;
import vitrine.words.SumLine;

/** What the layers of the network do for the question under the cursor; layer and quantity stay while one walks on. */
final class LensViewModel {
    private static final String FIRST_CHOICE = "conv1d";

    private final Texts texts;
    private final ExplainViewModel explain;
    private final Slot slot;
    private final ReadOnlyObjectWrapper<Optional<LayerLens>> lens =
            new ReadOnlyObjectWrapper<>(this, "lens", Optional.empty());
    private final ObjectProperty<Supplier<String>> note = new SimpleObjectProperty<>(this, "note", () -> "");
    private final StringProperty layer = new SimpleStringProperty(this, "layer", FIRST_CHOICE);
    private final ObjectProperty<Quantity> quantity =
            new SimpleObjectProperty<>(this, "quantity", Quantity.CONDUCTANCE);

    LensViewModel(Texts texts, Tasks tasks, ExplainViewModel explain) {
        this.texts = texts;
        this.explain = explain;
        slot = tasks.slot();
        explain.askedProperty().addListener((o, before, now) -> look(now));
        look(explain.askedProperty().get());
    }

    /** The newest layers; empty for a model without any. */
    ReadOnlyObjectProperty<Optional<LayerLens>> lensProperty() {
        return lens.getReadOnlyProperty();
    }

    /** Why there are no layers to see, in the window's language; empty while there are. */
    ObservableValue<String> note() {
        return texts.bind(() -> note.get().get(), note);
    }

    /** Name of the layer wished for. */
    StringProperty layerProperty() {
        return layer;
    }

    ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    private void look(Optional<Asked> asked) {
        note.set(() -> "");
        if (asked.isEmpty()) {
            slot.drop();
            lens.set(Optional.empty());
            return;
        }
        Asked now = asked.get();
        var session = now.list().question().run().session();
        if (!LayerLens.fits(session)) {
            slot.drop();
            lens.set(Optional.empty());
            note.set(() ->
                    texts.get("lens.no-layers", now.list().question().run().model()));
            return;
        }
        slot.run(
                texts.bind("job.layers"),
                context -> LayerLens.of(session, now.list().ranking().query(), now.item(), context),
                found -> lens.set(Optional.of(found)),
                why -> {
                    lens.set(Optional.empty());
                    note.set(() -> why.cancelled() ? texts.get("lens.stopped") : why.sentence());
                });
    }

    List<String> layers() {
        return lens.get()
                .map(l -> l.layers().stream().map(LayerView::name).toList())
                .orElse(List.of());
    }

    /** The layer wished for, or the last one this network has. */
    Optional<LayerView> shown() {
        return lens.get()
                .map(LayerLens::layers)
                .filter(all -> !all.isEmpty())
                .map(all -> all.stream()
                        .filter(l -> l.name().equals(layer.get()))
                        .findFirst()
                        .orElse(all.get(all.size() - 1)));
    }

    /** The quantity shown: the one wished for where the layer has it. */
    Quantity shownQuantity() {
        return shown().flatMap(view -> lens.get().filter(l -> l.has(view, quantity.get())))
                .map(l -> quantity.get())
                .orElse(Quantity.ACTIVATION);
    }

    Optional<HeatMapData> map() {
        return shown().flatMap(view ->
                lens.get().map(l -> l.map(view, shownQuantity(), texts.get("lens." + code(shownQuantity())))));
    }

    /** What the cells sum to, in words; for activations there is nothing to add up. */
    String sum() {
        if (lens.get().isEmpty()) {
            return "";
        }
        Quantity now = shownQuantity();
        if (now == Quantity.ACTIVATION) {
            boolean hasOther = shown().flatMap(view -> lens.get().map(l -> l.has(view, Quantity.CONDUCTANCE)))
                    .orElse(false);
            return hasOther ? "" : texts.get("lens.no-conductance");
        }
        return shown().flatMap(view -> lens.get().map(l -> l.sum(view, now)))
                .map(this::sum)
                .orElse("");
    }

    /** As the line above the bars prints it, where both are the same sum. */
    private String sum(double sum) {
        return explain.answerProperty()
                .get()
                .flatMap(answer -> SumLine.of(answer.explanation(), answer.figures()))
                .flatMap(line -> line.printed(sum))
                .map(printed -> texts.get("lens.sum.bars", printed))
                .orElseGet(() -> texts.get(
                        isOfAnotherVector() ? "lens.sum.trained" : "lens.sum",
                        Figures.forLargest(sum).plain(sum)));
    }

    /** The layers are those of the user's trained vector, the bars those of one fitted to the history. */
    private boolean isOfAnotherVector() {
        return explain.askedProperty()
                .get()
                .map(asked -> asked.list().question().run().session().foldsIn())
                .orElse(false);
    }

    /** Changes whenever {@link #sum} may. */
    Observable[] sumChanges() {
        return new Observable[] {lens, layer, quantity, explain.answerProperty()};
    }

    static String code(Quantity quantity) {
        return quantity == Quantity.ACTIVATION ? "activation" : "conductance";
    }
}
