package vn.ocopmarket.catalog.links.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;

/**
 * What came of asking once.
 *
 * @param status the HTTP status of the last answer, or null when there was none
 * @param fault null when there was something to read
 */
public record Finding(@Nullable Integer status, @Nullable Fault fault) {

    private static final int TOO_MANY_REQUESTS = 429;

    public static Finding failed(Fault fault) {
        return new Finding(null, fault);
    }

    /** What a status means when no redirect is left to follow. */
    public static Finding answered(int status, boolean somethingToRead) {
        if (status >= 200 && status < 300) {
            return new Finding(status, somethingToRead ? null : Fault.EMPTY);
        }
        if (status >= 500) {
            return new Finding(status, Fault.SERVER_ERROR);
        }
        return switch (status) {
            case 401, 403, TOO_MANY_REQUESTS, 451 -> new Finding(status, Fault.REFUSED);
            default -> new Finding(status, Fault.MISSING);
        };
    }
}
