package vn.ocopmarket.storefront.visit;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Whether a place is open at a moment, and until when that holds. */
public sealed interface Opening {

    /** @param until null when it never closes */
    record Open(@Nullable LocalDateTime until) implements Opening {}

    /** @param next when it opens again, or null when it never does */
    record Closed(@Nullable LocalDateTime next) implements Opening {}
}
