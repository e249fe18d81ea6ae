package vn.ocopmarket.storefront.checkout.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.banktransfer.TransferSlips;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparingCheckout;

/** The order itself remembers its key, so it is exactly once without a record of its own. */
@RestController
class CheckoutController {

    private static final int LONGEST_KEY = 255;

    private final PreparingCheckout preparing;
    private final GuessedVouchers guessed;
    private final HeldVouchers held;
    private final TransferSlips slips;
    private final MessageSource messages;

    CheckoutController(
            PreparingCheckout preparing,
            GuessedVouchers guessed,
            HeldVouchers held,
            TransferSlips slips,
            MessageSource messages) {
        this.preparing = preparing;
        this.guessed = guessed;
        this.held = held;
        this.slips = slips;
        this.messages = messages;
    }

    @PostMapping("/api/v1/checkouts")
    Mono<ResponseEntity<CheckoutView>> checkOut(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CheckoutRequest request,
            ServerHttpRequest sent,
            Locale locale) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(CheckoutProblems.keyMissing());
        }
        var asked = request.under(key, locale);
        return held.outcome(guessed.origin(sent), asked, preparing.prepare(asked))
                .map(outcome -> answer(outcome, locale));
    }

    private ResponseEntity<CheckoutView> answer(PreparationOutcome outcome, Locale locale) {
        return switch (outcome) {
            case Prepared prepared -> {
                var response = ResponseEntity.status(HttpStatus.CREATED).location(URI.create(prepared.trackingUrl()));
                if (prepared.replayed()) {
                    response.header("Idempotent-Replayed", "true");
                }
                yield response.body(CheckoutView.of(prepared, slips));
            }
            case PreparationRefused refused -> throw CheckoutProblems.of(refused, messages, locale);
        };
    }
}
