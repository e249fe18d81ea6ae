package vn.ocopmarket.storefront.buyer;

import java.time.Duration;

/** What came of asking for a code. It is the same whether there is an account with the address or not. */
public sealed interface CodeAsked {

    /** @param ticket for the browser that asked; without it the code is worth nothing */
    record Sent(String ticket) implements CodeAsked {

        @Override
        public String toString() {
            return "Sent[…]";
        }
    }

    /** Too many were asked for of late, and none was sent. */
    record TooOften(Duration retryAfter) implements CodeAsked {}

    /** That is no address. */
    record NoAddress() implements CodeAsked {}
}
