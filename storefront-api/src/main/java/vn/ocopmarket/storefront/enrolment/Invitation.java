package vn.ocopmarket.storefront.enrolment;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.ocopmarket.storefront.account.AccountIds;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;

/**
 * Somebody to be taken in.
 *
 * @param scope location ids, province codes or producer ids
 */
public record Invitation(String email, Role role, Set<String> scope) {

    private static final Predicate<String> IS_PROVINCE = scope -> scope.matches("\\d{2}");

    public Invitation {
        email = email.strip().toLowerCase(Locale.ROOT);
        scope = Set.copyOf(scope);
    }

    /** What they will be. */
    StaffMember member() {
        var speaksForProducers = role == Role.PRODUCER;
        return new StaffMember(
                AccountIds.of(email),
                email,
                Set.of(role),
                speaksForProducers ? Set.of() : those(IS_PROVINCE),
                speaksForProducers ? Set.of() : those(IS_PROVINCE.negate()),
                speaksForProducers ? scope : Set.of());
    }

    private Set<String> those(Predicate<String> kind) {
        return scope.stream().filter(kind).collect(Collectors.toSet());
    }
}
