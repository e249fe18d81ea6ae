package vn.ocopmarket.storefront.secondfactor;

import java.time.Duration;

/** What came of a code. */
public sealed interface CodeCheck {

    /** It was right, and counts no more. */
    record Right() implements CodeCheck {}

    /** It is not right, not right now, or was used before. */
    record Wrong() implements CodeCheck {}

    /** Too many of late; it was not looked at. */
    record TooMany(Duration retryAfter) implements CodeCheck {}
}
