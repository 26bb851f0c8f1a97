package vitrine.desktop.app;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.JobView;
import vitrine.desktop.workspace.ModelRun;

/** The oldest running job with words, bar, time left and cancel at the left; data size and protocol at the right. */
final class StatusBar extends HBox {
    private final ScreenContext context;
    private final HBox job = Widgets.row(8);

    StatusBar(ScreenContext context) {
        super(8);
        this.context = context;
        getStyleClass().add("status-bar");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        context.tasks().shown().addListener((ListChangeListener<JobView>) change -> oldest());
        Separator separator = new Separator(Orientation.VERTICAL);
        Label protocol = context.widgets().label(protocol(), "text-muted");
        Widgets.visibleWhen(separator, protocol.textProperty().map(t -> !t.isEmpty()));
        getChildren().addAll(job, Widgets.filler(), context.widgets().label(size(), "text-muted"), separator, protocol);
    }

    private void oldest() {
        job.getChildren().clear();
        if (context.tasks().shown().isEmpty()) {
            return;
        }
        JobView view = context.tasks().shown().get(0);
        Texts texts = context.texts();
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(view.fractionProperty());
        bar.getStyleClass().add("small");
        bar.setPrefWidth(120);
        Widgets.visibleWhen(bar, view.fractionProperty().map(f -> f.doubleValue() >= 0));
        Label left = context.widgets()
                .label(texts.bind(() -> state(view), view.timeLeftProperty(), view.stateProperty()), "text-muted");
        Button cancel = context.widgets()
                .iconButton("mdi2c-close-circle-outline", texts.bind("job.cancel", view.title()), view::cancel);
        cancel.getStyleClass().add("tiny");
        job.getChildren().addAll(context.widgets().label(view.title()), bar, left, cancel);
        int more = context.tasks().shown().size() - 1;
        if (more > 0) {
            job.getChildren().add(new Label("+" + more));
        }
    }

    private String state(JobView view) {
        return switch (view.stateProperty().get()) {
            case PAUSED -> context.texts().get("job.paused");
            case STOPPING -> context.texts().get("job.stopping");
            default ->
                view.timeLeftProperty()
                        .get()
                        .map(context.texts().numbers()::timeLeft)
                        .orElse("");
        };
    }

    private javafx.beans.value.ObservableValue<String> size() {
        return context.texts()
                .bind(
                        () -> context.workspace()
                                .dataProperty()
                                .get()
                                .map(d -> context.texts()
                                        .get(
                                                "status.size",
                                                context.texts()
                                                        .numbers()
                                                        .count(d.log().users().size()),
                                                context.texts()
                                                        .numbers()
                                                        .count(d.log().items().size()),
                                                context.texts()
                                                        .numbers()
                                                        .count(d.log().size())))
                                .orElse(""),
                        context.workspace().dataProperty());
    }

    private javafx.beans.value.ObservableValue<String> protocol() {
        ObjectBinding<Optional<ModelRun>> model = Bindings.createObjectBinding(
                () -> context.workspace().modelProperty().get(),
                context.workspace().modelProperty());
        return context.texts()
                .bind(
                        () -> model.get()
                                .map(m -> context.texts()
                                        .get(
                                                "status.protocol",
                                                m.result().provenance().split(),
                                                String.valueOf(
                                                        m.result().provenance().seed())))
                                .orElse(""),
                        model);
    }
}
