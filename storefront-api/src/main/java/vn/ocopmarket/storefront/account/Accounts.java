package vn.ocopmarket.storefront.account;

import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts that are known; one for each e-mail address, inactive ones among them. */
public interface Accounts {

    /** Empty when there is none. */
    Mono<Account> byId(String accountId);

    /** Empty when there is none; the address in lower case. */
    Mono<Account> byEmail(String email);

    /** Active ones whose own locations this one is among; an administrator is at none. */
    Flux<StaffMember> atLocation(String locationId);

    /** What a listed account is for, as listed, active; its password stays as it is. Adds nothing. */
    Mono<Void> relist(StaffMember member);

    /** A listed account with the password of the list; adds it when it is missing, and ends its sessions. */
    Mono<Void> list(StaffMember member, String passwordHash);

    /** Those that a list once named and that are not among these: nobody signs in with them, and their sessions end. */
    Mono<Void> deactivateUnlisted(Set<String> accountIds);

    /** Ends all sessions of the account. Nothing happens when there is none. */
    Mono<Void> signOutEverywhere(String accountId);
}
