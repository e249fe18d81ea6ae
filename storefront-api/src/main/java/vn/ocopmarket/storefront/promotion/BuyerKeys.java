package vn.ocopmarket.storefront.promotion;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/** Recognises a buyer of a voucher by their telephone without keeping it; two vouchers know the same person as two. */
final class BuyerKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 18;

    /** For a secret that was found; a store that failed is asked again by the next. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Mono<SecretKeySpec> key;

    BuyerKeys(Mono<String> secret) {
        this.key = secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** @param phone as checkouts keep it */
    Mono<String> of(String code, String phone) {
        return key.map(secret -> code + ":" + sign(secret, code + "\n" + phone));
    }

    private static String sign(SecretKeySpec secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
        }
    }
}
