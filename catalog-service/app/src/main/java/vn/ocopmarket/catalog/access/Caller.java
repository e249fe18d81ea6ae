package vn.ocopmarket.catalog.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling, as the token says.
 *
 * @param provinces codes of those an OCOP officer or an inspector works in
 * @param producers ids a producer speaks for
 */
public record Caller(String subject, Set<String> roles, Set<String> provinces, Set<String> producers) {

    public Caller {
        roles = Set.copyOf(roles);
        provinces = Set.copyOf(provinces);
        producers = Set.copyOf(producers);
    }

    public static Caller of(Map<String, Object> claims) {
        return new Caller(
                String.valueOf(claims.get("sub")),
                strings(claims, "roles"),
                strings(claims, "provinces"),
                strings(claims, "producers"));
    }

    private static Set<String> strings(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Somewhere at least; what {@link Permissions} says. */
    public boolean may(Permission permission) {
        return Permissions.allow(this, permission);
    }

    /** There; what {@link Permissions} says. */
    public boolean may(Permission permission, Where where) {
        return Permissions.allow(this, permission, where);
    }

    /** Whether some province's list may be kept at all. */
    public boolean keepsLists() {
        return may(Permission.KEEP_LISTS);
    }

    public boolean keepsProvince(String code) {
        return may(Permission.KEEP_LISTS, Where.province(code));
    }

    /** Whether what another caller brought in may be seen: one's own, and that of officers of one's provinces. */
    public boolean mayRead(Caller author) {
        return subject.equals(author.subject)
                || may(Permission.ADMINISTER)
                || author.provinces.stream().anyMatch(this::keepsProvince);
    }

    /** Whether one may decide about what was brought in, with the rights of then: when one's own rights of now reach as far. */
    public boolean mayActFor(Caller author) {
        return may(Permission.ADMINISTER)
                || !author.may(Permission.ADMINISTER)
                        && author.provinces.stream().allMatch(this::keepsProvince);
    }

    /** Whether the producer's own page and products may be edited; certificates are the officers' alone. */
    public boolean keepsProducer(String producerId, String provinceCode) {
        return may(Permission.EDIT_PRODUCTS, Where.producer(producerId, provinceCode));
    }
}
