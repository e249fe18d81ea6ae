package vn.ocopmarket.storefront.buyer;

import java.nio.ByteBuffer;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.secret.RandomBytes;
import vn.ocopmarket.storefront.secret.SecretHashes;

/** Ties a code to the browser that asked for it: the browser has the ticket, the letter the code, and the store neither. */
final class Ticket {

    /** With six, who tries a few codes for each of many addresses from a thousand networks would get into some every day. */
    static final int DIGITS = 8;

    private static final int CODES = 100_000_000;
    /** 260 random bits. */
    private static final int CHARACTERS = 52;

    private final RandomIds ids = new RandomIds();
    private final RandomBytes bytes = new RandomBytes();

    /** For a browser. */
    String next() {
        return ids.next(CHARACTERS);
    }

    /** For a letter. */
    String code() {
        var random = ByteBuffer.wrap(bytes.next(Long.BYTES)).getLong();
        return "%08d".formatted(Math.floorMod(random, CODES));
    }

    static String hash(String ticket) {
        return SecretHashes.of("code " + ticket);
    }

    /** The ticket is long and secret, so that a quick hash of a short code is enough. */
    static String hash(String ticket, String code) {
        return SecretHashes.of(ticket + " " + code);
    }
}
