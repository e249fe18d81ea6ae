package vn.ocopmarket.contract.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a product's trace page elsewhere said when it was last asked.
 *
 * @param status the HTTP status, or null when there was no answer
 * @param fault what was wrong, or null
 * @param since when the state became what it is
 */
public record LinkAnswer(
        String productId,
        String url,
        State state,
        @Nullable Integer status,
        @Nullable Fault fault,
        Instant checkedAt,
        Instant since) {

    /** Whether people get something there. */
    public enum State {
        WORKING,
        BROKEN,
        /** It refuses programs, or it failed too few times to say. */
        UNKNOWN
    }

    /** What may be wrong. The words are message bundle entries {@code link-fault.<NAME>}. */
    public enum Fault {
        MALFORMED,
        /** It leads into a network that is nobody's business; it was not asked. */
        NOT_PUBLIC,
        NO_SUCH_HOST,
        UNREACHABLE,
        TOO_SLOW,
        TOO_MANY_REDIRECTS,
        MISSING,
        REFUSED,
        SERVER_ERROR,
        EMPTY
    }
}
