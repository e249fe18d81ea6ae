package vn.ocopmarket.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static vn.ocopmarket.testing.Conditions.dependOnlyWhere;
import static vn.ocopmarket.testing.Conditions.must;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The architecture rules R1 to R14 for one service. Each is known to fail on the fixtures of this module's own tests, so a
 * green rule is one that looked at something.
 */
public final class ArchitectureRules {

    static final String CONTRACT = "vn.ocopmarket.contract";

    private final Layers layers;

    private ArchitectureRules(Layers layers) {
        this.layers = layers;
    }

    /** @param root package of the service, such as {@code vn.ocopmarket.catalog} */
    public static ArchitectureRules of(String root) {
        return new ArchitectureRules(new Layers(root));
    }

    /** All rules by name, in order. */
    public Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("R1 domain is pure", domainIsPure());
        rules.put("R2 the inside never sees an adapter", insideNeverSeesAdapters());
        rules.put("R3 adapters never meet", adaptersNeverMeet());
        rules.put("R4a features meet at the root package", featuresMeetAtTheRoot());
        rules.put(
                "R4b features have no cycles",
                SlicesRuleDefinition.slices()
                        .matching(layers.root() + ".(*)..")
                        .should()
                        .beFreeOfCycles());
        rules.put("R5a nobody blocks or subscribes", noCall("block, subscribe or sleep", ForbiddenCalls::blocks));
        rules.put("R5b schedulers are named", noCall("a shared scheduler", ForbiddenCalls::sharesAScheduler));
        rules.put("R6 time and ids are given", noCall("now, randomUUID or new Random", ForbiddenCalls::makesTimeOrIds));
        rules.put("R7 adapters are package-private", adaptersArePackagePrivate());
        rules.put("R8 domain types are closed", domainTypesAreClosed());
        rules.put("R9a the MongoDB driver stays in mongo", only("mongo", Drivers.MONGO));
        rules.put("R9b web types stay in web and http", only("web,http", Drivers.WEB));
        rules.put("R9c the Elasticsearch client stays in elastic", only("elastic", Drivers.ELASTIC));
        rules.put("R9d the Stripe SDK stays in stripe", only("stripe", Drivers.STRIPE));
        rules.put("R10 packages are null-marked", packagesAreNullMarked());
        rules.put("R12a nothing is injected into fields", nothingIsInjectedIntoFields());
        rules.put("R12b domain has no floating numbers", domainHasNoFloatingNumbers());
        rules.put("R13 HTTP clients are WebClients", httpClientsAreWebClients());
        rules.put("R14 only the contract judges validity", onlyTheContractJudgesValidity());
        return rules;
    }

    private ArchRule onlyTheContractJudgesValidity() {
        return classes()
                .that()
                .resideInAPackage(layers.root() + "..")
                .should(must(
                        "ask Eligibility or stateOn, not compare a certificate's days with others",
                        type -> type.getCodeUnits().stream().noneMatch(ValidityJudging::happensIn)))
                .allowEmptyShould(true);
    }

    private ArchRule domainIsPure() {
        return classes()
                .that(describe("domain", layers::isDomain))
                .should(dependOnlyWhere("use the JDK, JSpecify, the contract and its own domain", this::pureEnough))
                .allowEmptyShould(true);
    }

    private boolean pureEnough(JavaClass from, JavaClass to) {
        var target = to.getBaseComponentType();
        var name = target.getPackageName();
        return target.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("org.jspecify")
                || name.startsWith(CONTRACT)
                || layers.isDomain(target) && layers.sameFeature(from, target);
    }

    private ArchRule insideNeverSeesAdapters() {
        return classes()
                .that(describe(
                        "api or domain",
                        type -> Set.of(Layers.API, Layers.DOMAIN).contains(layers.layer(type))))
                .should(dependOnlyWhere("not see adapters", (from, to) -> !layers.isAdapter(to)))
                .allowEmptyShould(true);
    }

    private ArchRule adaptersNeverMeet() {
        return classes()
                .that(describe("adapters", layers::isAdapter))
                .should(dependOnlyWhere("not see another adapter", this::sameAdapterOrNone))
                .allowEmptyShould(true);
    }

    private boolean sameAdapterOrNone(JavaClass from, JavaClass to) {
        return !layers.isAdapter(to) || layers.layer(to).equals(layers.layer(from)) && layers.sameFeature(from, to);
    }

    private ArchRule featuresMeetAtTheRoot() {
        return classes()
                .that()
                .resideInAPackage(layers.root() + "..")
                .should(dependOnlyWhere("enter another feature by its root package", this::entersByTheRoot));
    }

    private boolean entersByTheRoot(JavaClass from, JavaClass to) {
        return layers.isOutside(to)
                || layers.sameFeature(from, to)
                || layers.layer(to).equals(Layers.API);
    }

    private ArchRule noCall(String text, Predicate<JavaCall<?>> forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(layers.root() + "..")
                .should()
                .callCodeUnitWhere(describe(text, forbidden::test));
    }

    private ArchRule adaptersArePackagePrivate() {
        return classes()
                .that(describe("top-level adapters and configurations", this::mustHide))
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private boolean mustHide(JavaClass type) {
        var configuration = type.getSimpleName().endsWith("Configuration") && !layers.isOutside(type);
        return Layers.isTopLevel(type) && (layers.isAdapter(type) || configuration);
    }

    private ArchRule domainTypesAreClosed() {
        return classes()
                .that(describe("top-level domain types", type -> layers.isDomain(type) && Layers.isTopLevel(type)))
                .should(must("be a record, an enum, an interface or final", ArchitectureRules::isClosed))
                .allowEmptyShould(true);
    }

    private static boolean isClosed(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.getModifiers().contains(JavaModifier.FINAL);
    }

    private ArchRule only(String allowedLayers, String... packages) {
        var allowed = Set.of(allowedLayers.split(","));
        return noClasses()
                .that(describe(
                        "features' classes outside " + allowedLayers,
                        type -> !layers.isOutside(type) && !allowed.contains(layers.layer(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(layers.root() + "..")
                .should(must(
                        "live in a @NullMarked package",
                        type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value");
    }

    private ArchRule domainHasNoFloatingNumbers() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(describe("are domain", layers::isDomain))
                .should()
                .haveRawType("double")
                .orShould()
                .haveRawType("float")
                .allowEmptyShould(true);
    }

    private static ArchRule httpClientsAreWebClients() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.web.service.registry.ImportHttpServices")
                .should(must("say clientType = WEB_CLIENT", ArchitectureRules::saysWebClient))
                .allowEmptyShould(true);
    }

    private static boolean saysWebClient(JavaClass type) {
        return type.getAnnotationOfType("org.springframework.web.service.registry.ImportHttpServices")
                .get("clientType")
                .map(value -> value.toString().contains("WEB_CLIENT"))
                .orElse(false);
    }
}
