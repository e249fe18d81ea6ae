package vn.ocopmarket.storefront.account;

import reactor.core.publisher.Mono;

/** The accounts that are known; one for each e-mail address. */
public interface Accounts {

    /** Empty when there is none. */
    Mono<Account> byId(String accountId);

    /** Empty when there is none; the address in lower case. */
    Mono<Account> byEmail(String email);

    /** Adds the account, or puts it in the place of the one with its id. */
    Mono<Void> put(Account account);
}
