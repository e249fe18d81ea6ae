package vn.ocopmarket.storefront.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/** Signs the link by which a guest follows an order, and checks it. */
public final class OrderLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 18;

    private final Mono<SecretKeySpec> key;
    private final String publicBaseUrl;

    OrderLinks(Mono<String> secret, String publicBaseUrl) {
        this.key = secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .cache();
        this.publicBaseUrl = publicBaseUrl;
    }

    /** The secret of the links where none is configured; inside this feature only. */
    public interface Secrets {

        /** The stored one; the proposed one becomes it when there is none yet. */
        Mono<String> keptOr(String proposed);
    }

    /** The absolute address of the order's page. */
    public Mono<String> linkTo(String orderId) {
        return token(orderId).map(token -> publicBaseUrl + "/orders/" + orderId + "?token=" + token);
    }

    public Mono<String> token(String orderId) {
        return key.map(secret -> sign(secret, orderId));
    }

    /** Whether somebody who brings this token may see the order. */
    public Mono<Boolean> opens(String orderId, String token) {
        return token(orderId)
                .map(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sign(SecretKeySpec secret, String orderId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var signature = mac.doFinal(orderId.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
        }
    }
}
