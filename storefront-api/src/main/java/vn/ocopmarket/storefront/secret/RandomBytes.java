package vn.ocopmarket.storefront.secret;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Draws secrets that nobody guesses. */
public final class RandomBytes {

    private final SecureRandom random;

    public RandomBytes() {
        this.random = generator();
    }

    public byte[] next(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Unlike the native generator it reads the system's entropy once and never on an event loop. */
    private static SecureRandom generator() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            var _ = random.nextInt();
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has a DRBG", impossible);
        }
    }
}
