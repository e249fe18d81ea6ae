package vn.ocopmarket.storefront.account;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** One-time links, each in the account it opens: an account has at most one, the newest. */
public interface AccountLinks {

    /** An inactive account for somebody new with a link to take it; false when there is an active one with the address. */
    Mono<Boolean> invite(StaffMember member, OneTimeLink link);

    /** False when there is no active account with that id. */
    Mono<Boolean> allowReset(String accountId, OneTimeLink link);

    /** The account that the link opens. Empty when none does any more. */
    Mono<Account> byLink(String hash, Instant now);

    /** Uses the link up, makes the account active and ends its sessions, in one step; false when the link is void. */
    Mono<Boolean> choosePassword(String hash, String passwordHash, Instant now);
}
