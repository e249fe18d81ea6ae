package vn.ocopmarket.storefront.cardevent;

import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.storefront.cardevent.EventInbox.ProviderEvent;

/** Takes the provider's events: checked, kept, and only then acknowledged. */
public final class ReceivingEvents {

    private final Signatures signatures;
    private final EventInbox inbox;
    private final WakeUp hints;
    private final Clock clock;

    ReceivingEvents(Signatures signatures, EventInbox inbox, WakeUp hints, Clock clock) {
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

    /** Tells the provider's events from forged ones. */
    public interface Signatures {

        /** Empty when it is not the provider who signed exactly these bytes a moment ago. */
        Optional<ProviderEvent> verify(byte[] raw, String signature);
    }
}
