package vn.ocopmarket.storefront;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Makes unguessable ids from the letters and digits that people do not confuse. */
public final class RandomIds {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final SecureRandom random;

    public RandomIds() {
        try {
            // Unlike the native generator it reads the system's entropy once and never on an event loop.
            random = SecureRandom.getInstance("DRBG");
            random.nextInt();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has a DRBG", impossible);
        }
    }

    /** An id with five random bits a character. */
    public String next(int characters) {
        var bytes = new byte[characters];
        random.nextBytes(bytes);
        var id = new char[characters];
        for (int i = 0; i < characters; i++) {
            id[i] = ALPHABET[bytes[i] & 31];
        }
        return new String(id);
    }
}
