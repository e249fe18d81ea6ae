package vn.ocopmarket.storefront.payment;

import java.time.Clock;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;

/** Takes the provider's events: checked, kept, and only then acknowledged. */
public final class ReceivingEvents {

    private final EventSignatures signatures;
    private final EventInbox inbox;
    private final WakeUp hints;
    private final Clock clock;

    ReceivingEvents(EventSignatures signatures, EventInbox inbox, WakeUp hints, Clock clock) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.hints = hints;
        this.clock = clock;
    }

    /** True once the event is durable, false for a forged one. Never empty; fails only when our own store does. */
    public Mono<Boolean> receive(byte[] raw, String signature) {
        return Mono.defer(() -> Mono.justOrEmpty(signatures.verify(raw, signature)))
                .flatMap(event -> inbox.add(event, clock.instant())
                        .doOnSuccess(_ -> hints.signal())
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }
}
