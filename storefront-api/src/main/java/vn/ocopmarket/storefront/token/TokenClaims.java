package vn.ocopmarket.storefront.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;

/** How a member of staff is written into a token, and read back. */
public final class TokenClaims {

    private TokenClaims() {}

    static JWTClaimsSet.Builder write(StaffMember member) {
        return new JWTClaimsSet.Builder()
                .subject(member.accountId())
                .claim("email", member.email())
                .claim("roles", member.roles().stream().map(Role::name).sorted().toList())
                .claim("provinces", member.provinces().stream().sorted().toList())
                .claim("locations", member.locations().stream().sorted().toList())
                .claim("producers", member.producers().stream().sorted().toList());
    }

    /** Reads what a checked token says; roles that are not known here are passed over. */
    public static StaffMember read(Map<String, Object> claims) {
        var known = Set.of(Role.values()).stream().collect(Collectors.toMap(Role::name, role -> role));
        var roles = strings(claims, "roles").stream()
                .filter(known::containsKey)
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new StaffMember(
                String.valueOf(claims.get("sub")),
                String.valueOf(claims.getOrDefault("email", "")),
                roles,
                strings(claims, "provinces"),
                strings(claims, "locations"),
                strings(claims, "producers"));
    }

    private static Set<String> strings(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
