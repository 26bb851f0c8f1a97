package vitrine.desktop.screen.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.desktop.Bench;
import vitrine.desktop.LittleShop;
import vitrine.desktop.i18n.Language;

class DataViewModelTest {
    @TempDir
    Path folder;

    private Bench bench;
    private DataViewModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        model = bench.call(() -> new DataViewModel(bench.context()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void without_data_it_says_so() {
        assertEquals(DataViewModel.State.EMPTY, model.stateProperty().get());
        assertEquals("No data yet", bench.call(() -> model.answer().get()));
    }

    @Test
    void the_answer_counts_what_is_left_in_the_window_s_language() {
        bench.withShop(folder);
        assertEquals(
                "280 usable events, 40 users, 16 products, 1 Jan 2024 to 22 Mar 2024.",
                bench.call(() -> model.answer().get()));
        bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
        assertTrue(bench.call(() -> model.answer().get()).startsWith("280 条可用行为，40 位用户"));
    }

    @Test
    void a_step_switched_off_is_read_again_without_it() {
        bench.withShop(folder);
        StepRow price = bench.call(() -> step("non-positive-price"));
        assertEquals(1, price.removed());
        bench.run(() -> model.switchStep(price, false));
        bench.await(
                () -> bench.workspace().dataProperty().get().orElseThrow().log().size() == 281);
        assertEquals(false, bench.call(() -> step("non-positive-price").step().on()));
    }

    private StepRow step(String name) {
        return model.steps().stream()
                .filter(s -> s.step().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void files_are_looked_at_before_they_are_read() {
        Path file = LittleShop.write(folder);
        bench.run(() -> model.look(List.of(file)));
        bench.await(() -> model.stateProperty().get() == DataViewModel.State.MAPPING);
        MappingModel mapping = bench.call(() -> model.mappingProperty().get().orElseThrow());
        assertEquals("user", mapping.role("user"));
        assertEquals("value", mapping.role("quantity"));
        assertEquals("Product 0 · Product 1 · Product 2", mapping.samples(2));
        bench.run(() -> model.assign(mapping, "quantity", MappingModel.NONE));
        bench.await(() ->
                model.mappingProperty().get().orElseThrow().role("quantity").equals(MappingModel.NONE));
        bench.run(() -> model.read(model.mappingProperty().get().orElseThrow()));
        bench.await(() -> model.stateProperty().get() == DataViewModel.State.READY);
        assertEquals(
                "shop", bench.workspace().studyProperty().get().orElseThrow().name());
    }

    @Test
    void a_mapping_that_cannot_work_says_why() {
        Path file = LittleShop.write(folder);
        bench.run(() -> model.look(List.of(file)));
        bench.await(() -> model.mappingProperty().get().isPresent());
        bench.run(() -> model.assign(model.mappingProperty().get().orElseThrow(), "user", MappingModel.NONE));
        bench.await(() ->
                model.mappingProperty().get().orElseThrow().preview().problem().isPresent());
    }

    @Test
    void a_picture_is_no_table() {
        bench.run(() -> model.look(List.of(folder.resolve("cat.png"))));
        assertTrue(model.errorProperty().get().startsWith("cat.png is no CSV"));
    }

    @Test
    void a_missing_file_is_an_error_in_words() {
        bench.run(() -> model.look(List.of(folder.resolve("gone.csv"))));
        bench.await(() -> !model.errorProperty().get().isEmpty());
        assertTrue(model.errorProperty().get().contains("gone.csv"));
    }

    @Test
    void the_filter_keeps_rows_of_matching_users_and_products() {
        bench.withShop(folder);
        TableModel table = bench.call(() -> new TableModel(bench.context(), model));
        bench.await(() -> table.rowsProperty().get().length == 280);
        bench.run(() -> table.filterProperty().set("product 15"));
        bench.await(() ->
                table.rowsProperty().get().length < 280 && table.rowsProperty().get().length > 0);
        bench.run(() -> table.kindProperty().set(TableModel.Kind.PRODUCTS));
        bench.await(() -> table.rowsProperty().get().length == 1);
        bench.run(
                () -> table.point(TableModel.Kind.PRODUCTS, table.rowsProperty().get()[0]));
        assertEquals("p15", bench.workspace().cursor().position().item());
    }

    @Test
    void the_profile_speaks() {
        bench.withShop(folder);
        bench.await(() -> model.profileProperty().get().isPresent());
        ProfilePlots plots = new ProfilePlots(bench.context().texts());
        var profile = model.profileProperty().get().orElseThrow();
        assertEquals("Events per day", plots.timeTitle(profile));
        assertTrue(plots.timeReading(profile, Double.NaN).startsWith("Busiest from "));
        assertTrue(
                plots.timeReading(profile, (double) profile.bucketStarts()[0]).startsWith("From 1 Jan 2024: "));
        assertTrue(plots.tailReading(profile, Double.NaN).contains("Gini"));
        assertTrue(plots.tailReading(profile, .5).startsWith("The most popular 50 %"));
        assertEquals(1, plots.time(profile).lines().size());
        assertEquals(2, plots.tail(profile).lines().size());
    }
}
