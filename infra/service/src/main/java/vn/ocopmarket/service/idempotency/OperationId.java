package vn.ocopmarket.service.idempotency;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The id of the operation that a key stands for: the same at every try, so what it does can be done once. */
public final class OperationId {

    /** The request attribute that holds it; absent for a request without a key. */
    public static final String ATTRIBUTE = "ocop.operationId";

    /** How long what was done is known by it; somewhat less than a key is kept, which may stand for something else then. */
    public static final Duration KNOWN_FOR = Duration.ofHours(47);

    private OperationId() {}

    /** Of the request that is being carried out; empty when it came without a key. */
    public static Mono<String> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(context.<String>getOrEmpty(ATTRIBUTE)));
    }

    /** For what is carried out within. */
    public static Context in(Context context, String id) {
        return context.put(ATTRIBUTE, id);
    }
}
