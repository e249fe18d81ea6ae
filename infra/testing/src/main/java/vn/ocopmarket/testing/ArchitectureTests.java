package vn.ocopmarket.testing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks the architecture rules over one module; a service's test extends it and names its root package. */
public abstract class ArchitectureTests {

    private final String root;
    private final Map<String, ArchRule> rules;

    protected ArchitectureTests(String root, Map<String, ArchRule> rules) {
        this.root = root;
        this.rules = rules;
    }

    @TestFactory
    Stream<DynamicTest> keepsTo() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
