package vn.ocopmarket.catalog.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling, as the token says.
 *
 * @param provinces codes an OCOP officer keeps
 * @param producers ids a producer speaks for
 */
public record Caller(String subject, Set<String> roles, Set<String> provinces, Set<String> producers) {

    private static final String ADMINISTRATOR = "ADMINISTRATOR";
    private static final String OFFICER = "OCOP_OFFICER";
    private static final String PRODUCER = "PRODUCER";

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

    /** Whether some province's list may be kept at all. */
    public boolean keepsLists() {
        return roles.contains(ADMINISTRATOR) || roles.contains(OFFICER);
    }

    public boolean keepsProvince(String code) {
        return roles.contains(ADMINISTRATOR) || roles.contains(OFFICER) && provinces.contains(code);
    }

    /** Whether what another caller brought in may be seen: one's own, and that of officers of one's provinces. */
    public boolean mayRead(Caller author) {
        return roles.contains(ADMINISTRATOR)
                || subject.equals(author.subject)
                || keepsLists() && author.provinces.stream().anyMatch(provinces::contains);
    }

    /** Whether the producer's own page and products may be edited; certificates are the officers' alone. */
    public boolean keepsProducer(String producerId, String provinceCode) {
        return keepsProvince(provinceCode) || roles.contains(PRODUCER) && producers.contains(producerId);
    }
}
