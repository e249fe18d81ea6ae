package vn.ocopmarket.storefront.account;

import java.time.Instant;
import vn.ocopmarket.storefront.secret.SecretHashes;

/**
 * A link that lets its holder choose the password of an account, once.
 *
 * @param hash of the token in the link; who reads the store cannot use it
 */
public record OneTimeLink(String hash, Instant expiresAt) {

    /** @param token random and long; it is only ever in the letter */
    public static OneTimeLink of(String token, Instant expiresAt) {
        return new OneTimeLink(hashOf(token), expiresAt);
    }

    public static String hashOf(String token) {
        return SecretHashes.of(token);
    }
}
