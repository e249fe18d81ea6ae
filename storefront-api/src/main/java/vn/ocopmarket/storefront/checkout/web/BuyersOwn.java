package vn.ocopmarket.storefront.checkout.web;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.cart.MergingCarts;

/** What the checkout takes from a buyer who is signed in. */
@Component
class BuyersOwn {

    private final MergingCarts merging;

    BuyersOwn(MergingCarts merging) {
        this.merging = merging;
    }

    /** The id of the account's cart, or of a guest the browser's. Never empty. */
    Mono<String> cart(String browsers) {
        return merging.choose(browsers).map(MergingCarts.Chosen::cartId).defaultIfEmpty(browsers);
    }

    /** To begin with; the buyer may write another. Never empty: no words of a guest. */
    Mono<String> email() {
        return CurrentBuyer.get().map(CurrentBuyer.SignedIn::email).defaultIfEmpty("");
    }
}
