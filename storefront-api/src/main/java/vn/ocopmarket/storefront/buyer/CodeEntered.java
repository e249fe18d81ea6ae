package vn.ocopmarket.storefront.buyer;

import java.time.Duration;

/** What came of entering a code. */
public sealed interface CodeEntered {

    /** The address is the buyer's, who has an account from now on. */
    record Right(Buyer buyer) implements CodeEntered {}

    /** @param left tries with the same code */
    record Wrong(int left) implements CodeEntered {}

    /** It ran out, was used, was tried too often, or this browser never asked for one. */
    record Over() implements CodeEntered {}

    /** Too many wrong ones from there of late; it was not looked at. */
    record TooOften(Duration retryAfter) implements CodeEntered {}
}
