package vn.ocopmarket.storefront.payout;

import java.time.Instant;
import reactor.core.publisher.Flux;
import vn.ocopmarket.storefront.payout.domain.Payout;

/** The market's account at the card provider. */
public interface CardAccount {

    /** The payouts since then with all that they settle, newest first. Fails when the provider is silent. */
    Flux<Payout> payouts(Instant since);
}
