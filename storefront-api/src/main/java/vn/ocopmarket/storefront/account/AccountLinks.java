package vn.ocopmarket.storefront.account;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** One-time links, each in the account it opens: an account has at most one, the newest. */
public interface AccountLinks {

    /**
     * Who invites.
     *
     * @param overOthers whether an invitation that somebody else sent, and that is still open, may be replaced
     */
    record Inviter(String accountId, boolean overOthers) {}

    /** What came of an invitation. */
    enum Invited {
        DONE,
        /** There is an active account with the address. */
        MEMBER_ALREADY,
        /** Somebody else's invitation is still open. */
        BY_ANOTHER
    }

    /** An inactive account for somebody new with a link to take it. Never empty; of two at once, one is the first. */
    Mono<Invited> invite(StaffMember member, OneTimeLink link, Inviter inviter, Instant now);

    /** False when there is no active account with that id. */
    Mono<Boolean> allowReset(String accountId, OneTimeLink link);

    /** The account that the link opens. Empty when none does any more. */
    Mono<Account> byLink(String hash, Instant now);

    /** Uses the link up, makes the account active and ends its sessions, in one step; false when the link is void. */
    Mono<Boolean> choosePassword(String hash, String passwordHash, Instant now);
}
