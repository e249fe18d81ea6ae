package vn.ocopmarket.storefront.account.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import vn.ocopmarket.storefront.account.Role;

/**
 * One line of the table of who may call what.
 *
 * @param method or null for every method
 * @param pattern path pattern of Spring
 * @param roles that may; empty means that everybody may, signed in or not
 */
record AccessRule(@Nullable HttpMethod method, String pattern, Set<Role> roles) {

    static AccessRule open(@Nullable HttpMethod method, String pattern) {
        return new AccessRule(method, pattern, Set.of());
    }

    /** An administrator always may; for another service that is said by naming it alone. */
    static AccessRule only(@Nullable HttpMethod method, String pattern, Role... roles) {
        var all = Stream.concat(Arrays.stream(roles), Stream.of(Role.ADMINISTRATOR));
        return new AccessRule(method, pattern, all.collect(Collectors.toSet()));
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
