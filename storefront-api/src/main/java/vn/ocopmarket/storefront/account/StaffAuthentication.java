package vn.ocopmarket.storefront.account;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in member of staff, in the terms of the security framework. */
public final class StaffAuthentication extends AbstractAuthenticationToken {

    private final transient StaffMember member;

    public StaffAuthentication(StaffMember member) {
        super(authorities(member));
        this.member = member;
        super.setAuthenticated(true);
    }

    @Override
    public StaffMember getPrincipal() {
        return member;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    private static List<SimpleGrantedAuthority> authorities(StaffMember member) {
        return member.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
