package vn.ocopmarket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The positive control: every rule finds what it forbids in the fixtures, which break all of them. */
class ArchitectureRulesTests {

    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("fixtures", "co.elastic", "com.stripe");

    @TestFactory
    Stream<DynamicTest> findsWhatItForbidsInAService() {
        return bite(ArchitectureRules.of("fixtures.market").all());
    }

    @TestFactory
    Stream<DynamicTest> findsWhatItForbidsInTheContract() {
        return bite(ContractRules.of("fixtures.contract", 0));
    }

    private static Stream<DynamicTest> bite(Map<String, ArchRule> rules) {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(FIXTURES).hasViolation())
                                .isTrue()));
    }
}
