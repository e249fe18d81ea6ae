package vn.ocopmarket.storefront.account.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.ocopmarket.storefront.account.StaffMember;

/** A signed-in member of staff, in the terms of the security framework. */
final class StaffAuthentication extends AbstractAuthenticationToken {

    private final transient StaffMember member;

    StaffAuthentication(StaffMember member) {
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
