package vn.ocopmarket.storefront.banktransfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class NoticeSignaturesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final byte[] RAW = "{\"id\":\"n1\"}".getBytes(StandardCharsets.UTF_8);

    private final NoticeSignatures signatures = new NoticeSignatures("secret", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesWhatWasSignedAMomentAgo() throws GeneralSecurityException {
        assertThat(signatures.isGenuine(RAW, header("secret", NOW))).isTrue();
        assertThat(signatures.isGenuine(RAW, header("secret", NOW.minus(Duration.ofMinutes(5)))))
                .isTrue();
    }

    @Test
    void refusesEverythingElse() throws GeneralSecurityException {
        assertThat(signatures.isGenuine(RAW, header("other", NOW))).isFalse();
        assertThat(signatures.isGenuine(RAW, header("secret", NOW.minus(Duration.ofSeconds(301)))))
                .isFalse();
        assertThat(signatures.isGenuine(RAW, header("secret", NOW.plus(Duration.ofSeconds(301)))))
                .isFalse();
        assertThat(signatures.isGenuine("{\"id\":\"n2\"}".getBytes(StandardCharsets.UTF_8), header("secret", NOW)))
                .isFalse();
        assertThat(signatures.isGenuine(RAW, "")).isFalse();
        assertThat(signatures.isGenuine(RAW, header("secret", NOW) + "0")).isFalse();
    }

    @Test
    void trustsNobodyWithoutASecret() throws GeneralSecurityException {
        var none = new NoticeSignatures("", Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(none.isGenuine(RAW, header("secret", NOW))).isFalse();
    }

    private static String header(String secret, Instant at) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(RAW));
    }
}
