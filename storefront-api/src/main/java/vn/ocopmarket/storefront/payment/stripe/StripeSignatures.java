package vn.ocopmarket.storefront.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.cardevent.EventInbox.ProviderEvent;
import vn.ocopmarket.storefront.cardevent.ReceivingEvents;

/** Checks Stripe's signature over the bytes as they came, and reads no more of them than the ids. */
@Component
class StripeSignatures implements ReceivingEvents.Signatures {

    private final String secret;
    private final JsonMapper json;

    StripeSignatures(StripeSettings settings, JsonMapper json) {
        this.secret = settings.webhookSecret();
        this.json = json;
    }

    @Override
    public Optional<ProviderEvent> verify(byte[] raw, String signature) {
        var payload = new String(raw, StandardCharsets.UTF_8);
        try {
            var isGenuine = Webhook.Signature.verifyHeader(payload, signature, secret, Webhook.DEFAULT_TOLERANCE);
            return isGenuine ? read(json.readTree(payload), payload) : Optional.empty();
        } catch (SignatureVerificationException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<ProviderEvent> read(JsonNode event, String payload) {
        var about = event.path("data").path("object");
        var id = event.path("id").asString("");
        var orderId = about.path("metadata").path(StripeObjects.ORDER_ID).asString("");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProviderEvent(
                        id,
                        event.path("type").asString(""),
                        about.path("id").asString(""),
                        orderId.isEmpty() ? null : orderId,
                        payload));
    }
}
