package vn.ocopmarket.storefront.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets that must be read again: who has the store without the key cannot read them, nor move one to another owner. */
public final class SealingSecrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final RandomBytes random;

    SealingSecrets(List<String> keys, RandomBytes random) {
        this.keys = keys.stream().map(SealingSecrets::key).toList();
        this.random = random;
    }

    /** Whether there is a key at all. */
    public boolean isPossible() {
        return !keys.isEmpty();
    }

    /** @param owner without whom it is not opened */
    public String seal(byte[] secret, String owner) {
        var nonce = random.next(NONCE_BYTES);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner).doFinal(secret);
            var both = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, both, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be sealed", e);
        }
    }

    /** Fails when none of the keys sealed it, when it is another owner's, or when it was changed. */
    public byte[] open(String sealed, String owner) {
        var both = Base64.getDecoder().decode(sealed);
        for (var key : keys) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, both, owner)
                        .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            } catch (AEADBadTagException _) {
                // Another key's.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A secret cannot be opened", e);
            }
        }
        throw new IllegalStateException("No key opens this secret");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }

    /** In either alphabet of Base64. */
    private static SecretKeySpec key(String base64) {
        var key = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A key of ocop.secret.keys has %d bytes, not %d".formatted(key.length, KEY_BYTES));
        }
        return new SecretKeySpec(key, "AES");
    }
}
