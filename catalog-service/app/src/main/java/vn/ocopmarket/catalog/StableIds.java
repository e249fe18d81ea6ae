package vn.ocopmarket.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that follow from what they name, so that a second try, or a second writer, comes to the same one. */
public final class StableIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;

    private StableIds() {}

    /** @param length of the id, up to 32 characters of five bits each */
    public static String of(String named, int length) {
        return of(sha256().digest(named.getBytes(StandardCharsets.UTF_8)), length);
    }

    public static String of(byte[] digest, int length) {
        var id = new StringBuilder(length);
        var buffer = 0;
        var held = 0;
        for (int next = 0; id.length() < length; ) {
            if (held < BITS) {
                buffer = buffer << Byte.SIZE | digest[next++] & 0xff;
                held += Byte.SIZE;
            }
            held -= BITS;
            id.append(ALPHABET.charAt(buffer >> held & 31));
            buffer &= (1 << held) - 1;
        }
        return id.toString();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
