package vn.ocopmarket.storefront.account;

import reactor.core.publisher.Mono;

/** Tells who is behind the request that is being answered. */
public interface CurrentStaff {

    /** From the bearer token or the session cookie. Empty when nobody is signed in. */
    Mono<StaffMember> get();
}
