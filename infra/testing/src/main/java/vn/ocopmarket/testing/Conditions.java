package vn.ocopmarket.testing;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Conditions that ArchUnit does not bring. */
final class Conditions {

    private Conditions() {}

    /** Every dependency of a class satisfies the test of (from, to). */
    static ArchCondition<JavaClass> dependOnlyWhere(String text, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(type, dependency.getTargetClass()))
                        .forEach(dependency -> events.add(violated(type, dependency.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> must(String text, Predicate<JavaClass> holds) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type)) {
                    events.add(violated(type, type.getName() + " must " + text));
                }
            }
        };
    }
}
