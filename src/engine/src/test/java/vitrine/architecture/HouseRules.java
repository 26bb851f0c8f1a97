package vitrine.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, to be checked on the engine and, one by one, on a class that breaks each. */
final class HouseRules {
    private HouseRules() {}

    static ArchRule arrows() {
        return classes()
                .that()
                .resideInAPackage("vitrine..")
                .should(useOnlyRoomsBelow())
                .because("data walks through the rooms once, in one direction (docs/decisions/0001)");
    }

    static ArchRule noCycles() {
        return slices().matching("vitrine.(**)").should().beFreeOfCycles();
    }

    static ArchRule home(String because, String[] thirdParty, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(thirdParty)
                .because(because);
    }

    static ArchRule nobodyPrints() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")).and(target(rawParameterTypes(new Class<?>[0]))))
                .because("only the doors print; the engine logs through SLF4J");
    }

    static ArchRule noJavaSerialisation() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ObjectInputStream.class, ObjectOutputStream.class, Serializable.class, Externalizable.class)
                .because("files are data, never code (docs/decisions/0009)");
    }

    static ArchRule noStaticState() {
        return fields().that(areStaticInSource()).should(beFinal()).because("state is injected, never global");
    }

    static ArchRule nullMarked() {
        return classes().should(liveInNullMarkedPackages()).because("null is spelled out or impossible");
    }

    private static DescribedPredicate<JavaField> areStaticInSource() {
        return DescribedPredicate.describe(
                "are static and written by hand",
                field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static ArchCondition<JavaClass> useOnlyRoomsBelow() {
        return new ArchCondition<>("use only the rooms below them") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Optional<String> room = Rooms.roomOf(item.getPackageName());
                if (room.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getName() + " lives in no known room; give its package one in Rooms"));
                    return;
                }
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    boolean ours = target.equals("vitrine") || target.startsWith("vitrine.");
                    if (ours
                            && !Rooms.roomOf(target)
                                    .map(other -> Rooms.mayUse(room.get(), other))
                                    .orElse(false)) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getName() + ": its package-info.java is missing or lacks @NullMarked"));
                }
            }
        };
    }
}
