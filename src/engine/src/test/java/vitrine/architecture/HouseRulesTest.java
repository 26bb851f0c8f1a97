package vitrine.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.action.Action;

/** The engine keeps the rules of the house. {@link BrokenRulesTest} shows that each rule can fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
    /** Third party by home: the only packages that may know it. */
    static final Map<String[], String[]> HOMES = Map.of(
            new String[] {"org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."}, new String[] {"vitrine.network.."},
            new String[] {"tech.tablesaw.."}, new String[] {"vitrine.data..", "vitrine.assess.."},
            new String[] {"org.jfree..", "org.apache.batik.."}, new String[] {"vitrine.chart.."},
            new String[] {"com.fasterxml.jackson.."},
                    new String[] {
                        "vitrine.data.ingest..",
                        "vitrine.model..",
                        "vitrine.network.dl4j..",
                        "vitrine.study..",
                        "vitrine.action.."
                    },
            new String[] {"picocli..", "javafx..", "org.apache.spark.."}, new String[] {"nowhere"});

    private JavaClasses engine = new ClassFileImporter().importClasses();

    @BeforeAll
    void read() {
        // From the one folder of compiled classes: looking for the package on the whole class path takes far longer.
        engine = new ClassFileImporter()
                .importUrl(Action.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void the_engine_was_read() {
        assertTrue(engine.size() > 50, "only " + engine.size() + " classes found");
        assertTrue(engine.stream().noneMatch(c -> c.getPackageName().endsWith(".architecture")));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("arrows", HouseRules.arrows()),
                Arguments.of("no cycles", HouseRules.noCycles()),
                Arguments.of("nobody prints", HouseRules.nobodyPrints()),
                Arguments.of("no Java serialisation", HouseRules.noJavaSerialisation()),
                Arguments.of("no static state", HouseRules.noStaticState()),
                Arguments.of("null-marked", HouseRules.nullMarked()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_engine_keeps(String name, ArchRule rule) {
        rule.check(engine);
    }

    @Test
    void third_parties_stay_at_home() {
        HOMES.forEach((thirdParty, homes) -> HouseRules.home("one room knows each library", thirdParty, homes)
                .check(engine));
    }

    @Test
    void the_table_of_rooms_has_no_way_back() {
        for (String room : Rooms.MAY_USE.keySet()) {
            for (String other : Rooms.MAY_USE.keySet()) {
                if (!room.equals(other) && Rooms.mayUse(room, other)) {
                    assertEquals(false, Rooms.mayUse(other, room), room + " and " + other + " may use each other");
                }
            }
        }
    }
}
