package vitrine.desktop.app;

import java.util.Comparator;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.Edits;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/** The cursor as four chips, study, model, user, item, and the switches of the window. */
final class Header extends HBox {
    private final ScreenContext context;
    private final Texts texts;
    private final Workspace workspace;
    private final Cursor cursor;
    private final UserPicker userPicker;
    private final MenuButton user = new MenuButton();

    Header(ScreenContext context, StudyMenuActions studies) {
        super(4);
        this.context = context;
        this.texts = context.texts();
        this.workspace = context.workspace();
        this.cursor = workspace.cursor();
        this.userPicker = new UserPicker(context);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("header");
        getChildren()
                .addAll(
                        study(studies),
                        crumb(),
                        model(),
                        crumb(),
                        user(),
                        edited(),
                        crumb(),
                        item(),
                        Widgets.filler(),
                        back(),
                        forward(),
                        language(),
                        theme());
    }

    /** Opens the search for a user. */
    void pickUser() {
        if (!user.isDisabled()) {
            userPicker.show(user);
        }
    }

    private MenuButton study(StudyMenuActions studies) {
        MenuButton chip = chip(
                new MenuButton(),
                "mdi2f-folder-outline",
                "chip.study",
                texts.bind(
                        () -> workspace.studyProperty().get().map(s -> s.name()).orElse(texts.get("chip.study.none")),
                        workspace.studyProperty()));
        MenuItem sample = new MenuItem();
        sample.textProperty().bind(texts.bind("study.sample"));
        sample.setOnAction(e -> studies.openSample().run());
        MenuItem other = new MenuItem();
        other.textProperty().bind(texts.bind("study.open"));
        other.setOnAction(e -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("study.open"));
            Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                    .ifPresent(folder -> studies.openStudy().accept(folder.toPath()));
        });
        chip.getItems().addAll(sample, other);
        return chip;
    }

    private MenuButton model() {
        ObservableValue<String> name = texts.bind(
                () -> workspace.modelProperty().get().map(this::name).orElse(texts.get("chip.model.none")),
                workspace.modelProperty());
        MenuButton chip = chip(new MenuButton(), "mdi2c-cube-outline", "chip.model", name);
        Runnable fill = () -> {
            chip.getItems().clear();
            workspace.runs().stream()
                    .sorted(Comparator.comparingDouble(
                            r -> -r.validation("ndcg").orElse(0.0)))
                    .forEach(run -> chip.getItems().add(modelItem(run)));
            chip.setDisable(workspace.runs().isEmpty());
        };
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> fill.run());
        texts.languageProperty().addListener((o, before, now) -> fill.run());
        fill.run();
        return chip;
    }

    private MenuItem modelItem(ModelRun run) {
        String value = run.validation("ndcg")
                .map(v -> "   nDCG@10 " + texts.numbers().decimal(v, 3))
                .orElse("");
        MenuItem item = new MenuItem(name(run) + value);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> cursor.go(cursor.position().withModel(run.id())));
        return item;
    }

    private String name(ModelRun run) {
        return run.history().bestEpoch() > 0
                ? texts.get("model.epoch", run.model(), run.history().bestEpoch())
                : run.model();
    }

    private MenuButton user() {
        chip(
                user,
                "mdi2a-account-outline",
                "chip.user",
                texts.bind(
                        () -> cursor.position().user().isEmpty()
                                ? texts.get("chip.user.none")
                                : texts.get("chip.user.one", cursor.position().user()),
                        cursor.positionProperty()));
        user.disableProperty().bind(workspace.modelProperty().map(Optional::isEmpty));
        user.addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, e -> {
            userPicker.show(user);
            e.consume();
        });
        user.setOnShowing(e -> userPicker.show(user));
        return user;
    }

    private Button edited() {
        Button button = context.widgets().button("edits.none", () -> cursor.edit(Edits.NONE), "edited-chip");
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.bind(() -> texts.get("edits.count", cursor.edits().count()), cursor.editsProperty()));
        button.setTooltip(context.widgets().tooltip(texts.bind("edits.reset")));
        button.setGraphic(new FontIcon("mdi2c-close"));
        Widgets.visibleWhen(button, cursor.editsProperty().map(e -> !e.isEmpty()));
        return button;
    }

    private MenuButton item() {
        MenuButton chip = chip(
                new MenuButton(),
                "mdi2t-tag-outline",
                "chip.item",
                texts.bind(
                        () -> cursor.position().item().isEmpty()
                                ? texts.get("chip.item.none")
                                : title(cursor.position().item()),
                        cursor.positionProperty(),
                        workspace.modelProperty()));
        chip.setMinWidth(80);
        chip.setMaxWidth(280);
        Runnable fill = () -> {
            chip.getItems().clear();
            for (String id : cursor.items()) {
                MenuItem entry = new MenuItem(title(id));
                entry.setMnemonicParsing(false);
                entry.setOnAction(e -> cursor.go(cursor.position().withItem(id)));
                chip.getItems().add(entry);
            }
            chip.setDisable(cursor.items().isEmpty());
        };
        cursor.items().addListener((ListChangeListener<String>) change -> fill.run());
        fill.run();
        return chip;
    }

    private String title(String id) {
        return workspace
                .modelProperty()
                .get()
                .map(run -> {
                    int number = run.session().model().items().indexOf(id);
                    return number < 0 ? id : run.session().title(number);
                })
                .orElse(id);
    }

    private MenuButton chip(MenuButton chip, String icon, String role, ObservableValue<String> text) {
        chip.setGraphic(new FontIcon(icon));
        chip.getStyleClass().addAll("flat", "chip");
        chip.setId(role.replace('.', '-'));
        chip.setMnemonicParsing(false);
        chip.textProperty().bind(text);
        chip.accessibleTextProperty().bind(texts.bind(() -> texts.get(role) + ": " + text.getValue(), text));
        return chip;
    }

    private static Label crumb() {
        Label crumb = new Label("›");
        crumb.getStyleClass().add("text-muted");
        return crumb;
    }

    private Button back() {
        Button button = context.widgets().iconButton("mdi2a-arrow-left", texts.bind("cursor.back"), cursor::back);
        button.disableProperty().bind(cursor.canGoBackProperty().not());
        return button;
    }

    private Button forward() {
        Button button =
                context.widgets().iconButton("mdi2a-arrow-right", texts.bind("cursor.forward"), cursor::forward);
        button.disableProperty().bind(cursor.canGoForwardProperty().not());
        return button;
    }

    private Button language() {
        return context.widgets()
                .iconButton(
                        "mdi2t-translate",
                        texts.bind("switch.language"),
                        () -> texts.languageProperty()
                                .set(texts.language() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH));
    }

    private Button theme() {
        var dark = context.settings().darkProperty();
        return context.widgets()
                .iconButton("mdi2t-theme-light-dark", texts.bind("switch.theme"), () -> dark.set(!dark.get()));
    }
}
