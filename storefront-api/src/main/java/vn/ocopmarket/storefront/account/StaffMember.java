package vn.ocopmarket.storefront.account;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, with what they may touch.
 *
 * @param provinces two-digit codes
 * @param locations ids of stock locations
 * @param producers ids of producers
 */
public record StaffMember(
        String accountId,
        String email,
        Set<Role> roles,
        Set<String> provinces,
        Set<String> locations,
        Set<String> producers) {

    public StaffMember {
        roles = Set.copyOf(roles);
        provinces = Set.copyOf(provinces);
        locations = Set.copyOf(locations);
        producers = Set.copyOf(producers);
    }

    /** Has one of these roles; an administrator has all but {@link Role#SERVICE}. */
    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted)
                .anyMatch(role -> roles.contains(role) || isAdministrator() && role != Role.SERVICE);
    }

    public boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** Those of their own locations where they may do it; null for who may do it everywhere. */
    public @Nullable Set<String> locationsOf(Permission permission) {
        return isAdministrator()
                ? null
                : locations.stream()
                        .filter(location -> may(permission, Where.location(location)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Somewhere at least; what {@link Permissions} says. */
    public boolean may(Permission permission) {
        return Permissions.allow(this, permission);
    }

    /** There; what {@link Permissions} says. */
    public boolean may(Permission permission, Where where) {
        return Permissions.allow(this, permission, where);
    }
}
