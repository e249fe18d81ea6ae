package vn.ocopmarket.storefront.cardevent.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cardevent.ReceivingEvents;
import vn.ocopmarket.storefront.pages.Problem;

/** Takes Stripe's webhooks; 2xx says that the event is on the disk, nothing more. */
@RestController
class WebhookController {

    private static final byte[] NOTHING = {};

    private final ReceivingEvents receiving;

    WebhookController(ReceivingEvents receiving) {
        this.receiving = receiving;
    }

    @PostMapping("/api/v1/payments/stripe/webhook")
    Mono<ResponseEntity<Void>> receive(
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) Mono<byte[]> body) {
        return body.defaultIfEmpty(NOTHING)
                .flatMap(raw -> receiving.receive(raw, signature))
                .flatMap(genuine -> genuine
                        ? Mono.just(ResponseEntity.noContent().build())
                        : Mono.error(Problem.of("invalid-signature", 400)));
    }
}
