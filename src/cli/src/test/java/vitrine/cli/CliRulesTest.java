package vitrine.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.FileDescriptor;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.train.EpochRecord;

/** The command line is a thin door: it knows the verbs, their records and the study, nothing behind them. */
class CliRulesTest {
    private final JavaClasses cli = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    private static ArchRule thin() {
        return noClasses()
                .that()
                .resideInAPackage("vitrine.cli..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are rooms behind the verbs, or other doors",
                        target -> target.getPackageName().startsWith("vitrine.")
                                && !target.getPackageName().matches("vitrine\\.(cli|action|study|run|provenance)(\\..*)?")
                                && !target.isEquivalentTo(EpochRecord.class)))
                .because("everything the command line can do, the window can do through the same verbs");
    }

    private static ArchRule onlyMainPrints() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(FileDescriptor.class)
                .because("only Main touches the standard streams; all else writes to its Console");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("thin", thin()),
                Arguments.of("only Main prints", onlyMainPrints()),
                Arguments.of("no standard streams", standardStreams()),
                Arguments.of("no cycles", SlicesRuleDefinition.slices().matching("vitrine.(**)").should().beFreeOfCycles()),
                Arguments.of(
                        "picocli and logging at the top only",
                        noClasses()
                                .that()
                                .resideInAPackage("vitrine.cli.text..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("picocli..", "ch.qos.logback..", "com.fasterxml.jackson.."),
                        "text is text"),
                Arguments.of(
                        "final",
                        classes().that().areTopLevelClasses().and().areNotInterfaces().and(named()).should()
                                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)));
    }
}
