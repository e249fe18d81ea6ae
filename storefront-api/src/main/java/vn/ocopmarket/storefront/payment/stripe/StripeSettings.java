package vn.ocopmarket.storefront.payment.stripe;

import com.stripe.Stripe;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Stripe is and who we are there. Without a secret key of our own only the simulator on this machine is asked.
 *
 * @param apiBase Stripe's own address when a secret key is given and this is not
 * @param calls that may be under way at the same time
 * @param waiting calls that may wait for their turn
 */
@ConfigurationProperties("ocop.stripe")
record StripeSettings(
        @DefaultValue("") String apiBase,
        @DefaultValue("") String secretKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout,
        @DefaultValue("16") int calls,
        @DefaultValue("64") int waiting) {

    private static final String SIMULATOR = "http://127.0.0.1:8083";
    private static final String SIMULATOR_KEY = "sk_test_simulator";
    private static final String SIMULATOR_SECRET = "whsec_test";

    StripeSettings {
        var isSimulated = secretKey.isBlank();
        if (!isSimulated && webhookSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "STRIPE_WEBHOOK_SECRET is missing: without it no webhook can be trusted");
        }
        if (apiBase.isBlank()) {
            apiBase = isSimulated ? SIMULATOR : Stripe.LIVE_API_BASE;
        }
        if (isSimulated) {
            secretKey = SIMULATOR_KEY;
        }
        if (webhookSecret.isBlank()) {
            webhookSecret = SIMULATOR_SECRET;
        }
    }

    /** Of one call with its time in the queue. */
    Duration timeout() {
        return connectTimeout.plus(readTimeout).plusSeconds(1);
    }
}
