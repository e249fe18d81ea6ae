package vn.ocopmarket.storefront.cart;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;

/**
 * Finds the cart of who is before a browser, and makes what was gathered before signing in a part of the account's cart.
 * First the account's cart takes the lines, which is noted in the same write; then the other one is emptied, if it is still as
 * it was read. So at every moment each unit is in one of them, and what was broken off is finished by the next who looks.
 */
public final class MergingCarts {

    private static final Logger LOG = LoggerFactory.getLogger(MergingCarts.class);

    /** Every lost race means that somebody else changed the browser's cart. */
    private static final int TRIES = 5;

    private final Carts carts;

    MergingCarts(Carts carts) {
        this.carts = carts;
    }

    /** @param ofAccount whether it is that of a buyer who is signed in, whose id no browser is told */
    public record Chosen(String cartId, boolean ofAccount) {}

    /**
     * How a cart is after a merge.
     *
     * @param whole whether nothing is left in the browser's cart
     */
    public record Merged(boolean whole, long units) {}

    /**
     * The cart to show and to fill. Empty when nobody is signed in and the browser has none. Of a buyer who is signed in it is
     * the account's, with all that the browser still had; where that fails it is tried again next time.
     *
     * @param browsers id of the cart that the browser knows, or null
     */
    public Mono<Chosen> choose(@Nullable String browsers) {
        return CurrentBuyer.get()
                .flatMap(buyer -> merge(browsers, buyer.cartId()).thenReturn(new Chosen(buyer.cartId(), true)))
                .switchIfEmpty(Mono.justOrEmpty(browsers).map(id -> new Chosen(id, false)));
    }

    /** Never empty and never an error: nobody is kept from signing in or out by a cart. */
    public Mono<Merged> merge(@Nullable String browsers, String accounts) {
        return (browsers == null || browsers.isEmpty() ? Mono.just(true) : merge(browsers, accounts, TRIES))
                .flatMap(whole -> carts.find(accounts)
                        .map(cart -> new Merged(whole, cart.units()))
                        .defaultIfEmpty(new Merged(whole, 0)))
                .onErrorResume(failure -> {
                    LOG.warn("A cart is merged later: {}", failure.toString());
                    return Mono.just(new Merged(false, 0));
                });
    }

    private Mono<Boolean> merge(String browsers, String accounts, int triesLeft) {
        if (browsers.equals(accounts) || triesLeft == 0) {
            return Mono.just(browsers.equals(accounts));
        }
        return carts.find(browsers)
                .filter(cart -> !cart.lines().isEmpty())
                .flatMap(cart -> carts.ensure(accounts)
                        .then(Mono.defer(() -> carts.take(accounts, cart)))
                        .then(Mono.defer(() -> carts.taken(cart, accounts)))
                        .flatMap(emptied -> emptied ? Mono.just(true) : merge(browsers, accounts, triesLeft - 1)))
                .defaultIfEmpty(true);
    }
}
