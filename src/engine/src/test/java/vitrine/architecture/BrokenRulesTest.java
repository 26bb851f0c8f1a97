package vitrine.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.architecture.broken.KnowsForeignLibraries;
import vitrine.architecture.broken.PrintsAStackTrace;
import vitrine.architecture.broken.PrintsToTheConsole;
import vitrine.architecture.broken.ReadsJavaObjects;
import vitrine.architecture.broken.RemembersGlobally;
import vitrine.architecture.broken.cycle.one.First;
import vitrine.architecture.broken.cycle.two.Second;
import vitrine.run.LooksUpwards;

/** A rule that cannot fail guards nothing: each is shown a class that breaks it. */
class BrokenRulesTest {
    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(HouseRules.arrows(), new Class<?>[] {LooksUpwards.class}),
                Arguments.of(HouseRules.arrows(), new Class<?>[] {PrintsToTheConsole.class}),
                Arguments.of(HouseRules.noCycles(), new Class<?>[] {First.class, Second.class}),
                Arguments.of(HouseRules.nobodyPrints(), new Class<?>[] {PrintsToTheConsole.class}),
                Arguments.of(HouseRules.nobodyPrints(), new Class<?>[] {PrintsAStackTrace.class}),
                Arguments.of(HouseRules.noJavaSerialisation(), new Class<?>[] {ReadsJavaObjects.class}),
                Arguments.of(HouseRules.noStaticState(), new Class<?>[] {RemembersGlobally.class}),
                Arguments.of(HouseRules.nullMarked(), new Class<?>[] {PrintsToTheConsole.class}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void a_breach_is_caught(ArchRule rule, Class<?>[] broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);
        assertTrue(rule.evaluate(classes).hasViolation(), rule.getDescription());
    }

    @Test
    void a_library_away_from_home_is_caught() {
        JavaClasses stranger = new ClassFileImporter().importClasses(KnowsForeignLibraries.class);
        long caught = HouseRulesTest.HOMES.entrySet().stream()
                .filter(home -> HouseRules.home("test", home.getKey(), home.getValue())
                        .evaluate(stranger)
                        .hasViolation())
                .count();
        assertEquals(4, caught, "ND4J, Tablesaw, charts, Jackson");
    }

    @Test
    void rooms_use_what_is_below_and_nothing_else() {
        assertTrue(Rooms.mayUse("train", "data.split"));
        assertTrue(Rooms.mayUse("action", "explain.gradient"));
        assertFalse(Rooms.mayUse("data", "data.split"));
        assertFalse(Rooms.mayUse("explain.gradient", "explain.perturb"));
        assertFalse(Rooms.mayUse("run", "data"));
    }
}
