package vn.ocopmarket.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.Map;

/** R11 and R12b for the published contract: it leans on nothing, stays small and has no floating numbers. */
public final class ContractRules {

    private ContractRules() {}

    /** @param budget the largest number of top-level types */
    public static Map<String, ArchRule> of(String contract, int budget) {
        return Map.of(
                "R11a the contract leans on nothing",
                classes()
                        .that()
                        .resideInAPackage(contract + "..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", contract + "..")),
                "R11b the contract stays small",
                classes().that().resideInAPackage(contract + "..").should(numberAtMost(budget)),
                "R12b the contract has no floating numbers",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(describe(
                                "are contract", type -> type.getPackageName().startsWith(contract)))
                        .should()
                        .haveRawType("double")
                        .orShould()
                        .haveRawType("float"));
    }

    private static ArchCondition<JavaClass> numberAtMost(int budget) {
        return new ArchCondition<>("number at most " + budget) {
            private int types;

            @Override
            public void init(Collection<JavaClass> all) {
                types = 0;
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (Layers.isTopLevel(type)) {
                    types++;
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (types > budget) {
                    events.add(violated("contract", "%d types, %d allowed".formatted(types, budget)));
                }
            }
        };
    }
}
