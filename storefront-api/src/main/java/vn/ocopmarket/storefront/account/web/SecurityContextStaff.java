package vn.ocopmarket.storefront.account.web;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffAuthentication;
import vn.ocopmarket.storefront.account.StaffMember;

/** Reads the member of staff from the security context of the request. */
@Component
class SecurityContextStaff implements CurrentStaff {

    @Override
    public Mono<StaffMember> get() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(StaffAuthentication.class)
                .map(StaffAuthentication::getPrincipal);
    }
}
