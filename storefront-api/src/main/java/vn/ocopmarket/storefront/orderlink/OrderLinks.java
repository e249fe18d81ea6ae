package vn.ocopmarket.storefront.orderlink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;
import vn.ocopmarket.storefront.pages.Problem;

/**
 * Signs the link by which a guest follows an order, and checks it. A link that leaked is revoked by issuing the next one: its
 * token is another, and the ones before open nothing any more.
 */
public final class OrderLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 18;

    /** For a secret that was found; a store that failed is asked again by the next. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final long FIRST = 0;

    private final Mono<SecretKeySpec> key;
    private final Issues issues;
    private final OrdersOfBuyers owners;
    private final String publicBaseUrl;

    OrderLinks(Mono<String> secret, Issues issues, OrdersOfBuyers owners, String publicBaseUrl) {
        this.issues = issues;
        this.owners = owners;
        this.key = secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
        this.publicBaseUrl = publicBaseUrl;
    }

    /** The secret of the links where none is configured; inside this feature only. */
    public interface Secrets {

        /** The stored one; the proposed one becomes it when there is none yet. */
        Mono<String> keptOr(String proposed);
    }

    /** How many links of an order were revoked; inside this feature only. */
    public interface Issues {

        /** Never empty; 0 for an order whose link never was. */
        Mono<Long> of(String orderId);

        /** The next one counts from now on; gives which. */
        Mono<Long> next(String orderId);
    }

    /** The absolute address of the order's page. */
    public Mono<String> linkTo(String orderId) {
        return token(orderId).map(token -> address(orderId, token));
    }

    /** The same for an order that is new, so that nobody can have revoked its link. */
    public Mono<String> firstLinkTo(String orderId) {
        return key.map(secret -> address(orderId, sign(secret, named(orderId, FIRST))));
    }

    public Mono<String> token(String orderId) {
        return issues.of(orderId).flatMap(issue -> key.map(secret -> sign(secret, named(orderId, issue))));
    }

    /** No link that was given out opens the order any more; the next one that is asked for does. */
    public Mono<Void> revoke(String orderId) {
        return issues.next(orderId).then();
    }

    private String address(String orderId, String token) {
        return publicBaseUrl + "/orders/" + orderId + "?token=" + token;
    }

    private static String named(String orderId, long issue) {
        return issue == FIRST ? orderId : orderId + "#" + issue;
    }

    /** Whether somebody who brings this token may see the order, or is signed in as the buyer whose it is. */
    public Mono<Boolean> opens(String orderId, String token) {
        return token(orderId)
                .map(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .filter(opens -> opens)
                .switchIfEmpty(CurrentBuyer.get().flatMap(buyer -> owners.owns(buyer.id(), orderId)))
                .defaultIfEmpty(false);
    }

    /** Complete when it does. An error otherwise: whoever has no link of an order is told that there is none. */
    public Mono<Void> mustOpen(String orderId, String token) {
        return opens(orderId, token)
                .filter(opens -> opens)
                .switchIfEmpty(Mono.error(() -> Problem.of("order-not-found", 404)))
                .then();
    }

    private static String sign(SecretKeySpec secret, String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var signature = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
        }
    }
}
