package vitrine.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.FileDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vitrine.train.EpochRecord;

/** The command line is a thin door: it knows the verbs, their records and the study, nothing behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CliRulesTest {
    private final JavaClasses cli = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    private final ArchRule thin = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are behind the verbs", CliRulesTest::isBehindTheVerbs))
            .because("what the command line can do, the window can do through the same verbs");

    private final ArchRule onlyMainOpensTheStreams = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(FileDescriptor.class)
            .because("all else writes to the Console that Main made");

    private final ArchRule streamsOfSystem = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("their encoding follows the machine, and they hide failed writes");

    private final ArchRule textKnowsOnlyResults = noClasses()
            .that()
            .resideInAPackage("vitrine.cli.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "ch.qos.logback..", "com.fasterxml.jackson..", "vitrine.cli");

    @Test
    void only_verbs_and_their_records_are_known() {
        thin.check(cli);
    }

    @Test
    void only_main_touches_the_standard_streams() {
        onlyMainOpensTheStreams.check(cli);
        streamsOfSystem.check(cli);
    }

    @Test
    void texts_know_only_results() {
        textKnowsOnlyResults.check(cli);
    }

    @Test
    void packages_have_no_cycle() {
        SlicesRuleDefinition.slices()
                .matching("vitrine.(**)")
                .should()
                .beFreeOfCycles()
                .check(cli);
    }

    @Test
    void a_breach_is_caught() {
        JavaClasses broken = new ClassFileImporter().importClasses(Breach.class);
        assertTrue(thin.evaluate(broken).hasViolation());
        assertTrue(onlyMainOpensTheStreams.evaluate(broken).hasViolation());
    }

    private static boolean isBehindTheVerbs(JavaClass target) {
        String name = target.getPackageName();
        return name.startsWith("vitrine.")
                && !name.matches("vitrine\\.(cli|action|study|run|provenance)(\\..*)?")
                && !target.isEquivalentTo(EpochRecord.class);
    }

    private record Breach(vitrine.data.Catalog catalog, FileDescriptor stream) {}
}
