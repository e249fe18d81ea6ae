package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.Instant;

/** When what ends, counted from now. */
record Deadlines(CheckoutSettings settings, Clock clock) {

    Instant now() {
        return clock.instant();
    }

    /** Until then the stock of an order that is prepared now is held. */
    Instant holdUntil() {
        return now().plus(settings.hold());
    }

    /** Then a worker may take a preparation that begins now for dead. */
    Instant giveUpAt() {
        return now().plus(settings.preparing());
    }
}
