package vn.ocopmarket.storefront.token;

import com.nimbusds.jwt.JWTClaimsSet;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;

/** How a member of staff is written into a token. */
final class TokenClaims {

    /** Of the account when the token was issued; this service accepts the token as long as it is still that one. */
    static final String GENERATION = "generation";

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
}
