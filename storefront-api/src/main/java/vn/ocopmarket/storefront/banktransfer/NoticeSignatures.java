package vn.ocopmarket.storefront.banktransfer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the bank's notices from forged ones: {@code t=<seconds>,v1=<hex>}, where v1 is the HMAC-SHA256 of the seconds, a dot
 * and the bytes as they came, and the seconds are of a moment ago.
 */
final class NoticeSignatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final String secret;
    private final Clock realClock;

    /** @param realClock the bank's time: real, also while our own clock is moved for a rehearsal */
    NoticeSignatures(String secret, Clock realClock) {
        this.secret = secret;
        this.realClock = realClock;
    }

    boolean isGenuine(byte[] raw, String header) {
        var parts = HEADER.matcher(header);
        if (secret.isBlank() || !parts.matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), realClock.instant());
        var right = sign(parts.group(1), raw);
        return age.abs().compareTo(TOLERANCE) <= 0
                && MessageDigest.isEqual(right, HexFormat.of().parseHex(parts.group(2)));
    }

    private byte[] sign(String seconds, byte[] raw) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(raw);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK signs with " + ALGORITHM, impossible);
        }
    }
}
