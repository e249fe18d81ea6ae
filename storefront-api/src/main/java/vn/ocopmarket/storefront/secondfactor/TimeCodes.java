package vn.ocopmarket.storefront.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute (RFC 6238 with SHA-1, what every authenticator app makes). */
public final class TimeCodes {

    /** As many bytes as the hash has, which RFC 4226 recommends. */
    public static final int SECRET_BYTES = 20;

    static final int STEP_SECONDS = 30;

    /** Telephones go wrong by a little, and people type slowly. */
    private static final int STEPS_BESIDE = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String MAC = "HmacSHA1";

    private TimeCodes() {}

    /** The step whose code it is, if that is now or beside now; the latest of several. */
    public static OptionalLong stepOf(String code, byte[] secret, Instant now) {
        var step = stepAt(now);
        return LongStream.rangeClosed(step - STEPS_BESIDE, step + STEPS_BESIDE)
                .filter(candidate -> same(code(secret, candidate), code))
                .max();
    }

    public static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
    }

    /** Six digits, leading zeros among them. */
    public static String code(byte[] secret, long step) {
        var hash = hash(secret, step);
        var offset = hash[hash.length - 1] & 0xf;
        var truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return String.valueOf(MODULUS + truncated % MODULUS).substring(1, DIGITS + 1);
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }

    /** Takes as long for a code that is nearly right. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
