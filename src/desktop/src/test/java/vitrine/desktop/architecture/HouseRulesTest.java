package vitrine.desktop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vitrine.desktop.i18n.Texts;

/** The window keeps the rules of the house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
    private final JavaClasses window = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importUrl(Texts.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void the_window_was_read() {
        assertTrue(window.size() > 40, "only " + window.size() + " classes found");
    }

    @Test
    void the_door_to_the_engine_is_action() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vitrine.cli..",
                        "vitrine.data.ingest..",
                        "vitrine.data.prepare..",
                        "vitrine.data.showcase..",
                        "vitrine.model.file..",
                        "vitrine.network.dl4j..",
                        "vitrine.explain.gradient..",
                        "vitrine.explain.perturb..",
                        "vitrine.report..",
                        "vitrine.study..")
                .because("every verb goes through vitrine.action; of the rooms below only records are read")
                .check(window);
        noClasses()
                .should()
                .dependOnClassesThat(simpleNamed("vitrine.train.Trainer", "vitrine.data.split.LeaveOneOut"))
                .because("the window computes nothing itself")
                .check(window);
    }

    @Test
    void rooms_form_no_cycle() {
        slices().matching("vitrine.desktop.(**)").should().beFreeOfCycles().check(window);
    }

    @Test
    void only_the_application_knows_every_room() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vitrine.desktop.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vitrine.desktop.app..")
                .check(window);
    }

    @Test
    void view_models_and_the_workspace_have_no_nodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .resideInAnyPackage("vitrine.desktop.workspace..", "vitrine.desktop.task..", "vitrine.desktop.i18n..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("they are tested without a toolkit")
                .check(window);
    }

    @Test
    void one_bridge_leads_to_the_screen_thread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vitrine.desktop.app..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Platform.class, Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javafx.concurrent..")
                .because("work leaves the FX thread through vitrine.desktop.task")
                .check(without("vitrine.desktop.task"));
    }

    @Test
    void third_parties_stay_at_home() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vitrine.desktop.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..")
                .check(window);
        noClasses()
                .that()
                .resideOutsideOfPackages("vitrine.desktop.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(window);
    }

    @Test
    void only_the_launcher_prints() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Launcher")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(window);
    }

    @Test
    void state_is_injected_and_null_spelled_out() {
        fields().that(new DescribedPredicate<JavaField>("are static and written by hand") {
                    @Override
                    public boolean test(JavaField field) {
                        return field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                    }
                })
                .should()
                .beFinal()
                .check(window);
        classes()
                .should()
                .resideInAPackage("vitrine.desktop..")
                .andShould(new com.tngtech.archunit.lang.ArchCondition<>("live in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(item, item.getName()));
                        }
                    }
                })
                .check(window);
    }

    private JavaClasses without(String room) {
        return window.that(new DescribedPredicate<JavaClass>("are outside " + room) {
            @Override
            public boolean test(JavaClass item) {
                return !item.getPackageName().equals(room);
            }
        });
    }

    private static DescribedPredicate<JavaClass> simpleNamed(String... names) {
        return new DescribedPredicate<>("are " + String.join(", ", names)) {
            @Override
            public boolean test(JavaClass item) {
                return java.util.Set.of(names).contains(item.getName());
            }
        };
    }
}
