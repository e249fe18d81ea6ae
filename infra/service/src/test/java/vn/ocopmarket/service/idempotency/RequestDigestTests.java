package vn.ocopmarket.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class RequestDigestTests {

    private static final String PART =
            "Content-Disposition: form-data; name=\"file\"\r\n\r\nname;price\r\n-- --a --ab --aab\r\n";

    private static String digest(String boundary, String part, int piece) {
        var type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
        var body = "--%s\r\n%s\r\n--%s--\r\n".formatted(boundary, part, boundary);
        return digest(type, body, piece);
    }

    private static String digest(MediaType type, String text, int piece) {
        var digest = new RequestDigest("null", PartDelimiters.of(type));
        var body = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < body.length; from += piece) {
            digest.update(ByteBuffer.wrap(Arrays.copyOfRange(body, from, Math.min(from + piece, body.length))));
        }
        return digest.value();
    }

    @Test
    void doesNotDependOnWhatStandsBetweenTheParts() {
        var known = digest("aaab", PART, 1_000);

        assertThat(digest("another", PART, 1_000)).isEqualTo(known);
        assertThat(digest("aaab", PART.replace("price", "prize"), 1_000)).isNotEqualTo(known);
        assertThat(digest("aaab", PART + "\r\n--aaab\r\n" + PART, 1_000)).isNotEqualTo(known);
    }

    @Test
    void doesNotDependOnHowTheBodyComes() {
        var known = digest("aaab", PART, 1_000);

        assertThat(IntStream.range(1, 40))
                .allSatisfy(piece -> assertThat(digest("aaab", PART, piece)).isEqualTo(known));
    }

    @Test
    void dependsOnEveryByteOfWhatHasNoParts() {
        var json = MediaType.APPLICATION_JSON;
        var known = digest(json, "{\"a\":\"--aaab\"}", 5);

        assertThat(digest(json, "{\"a\":\"--aaab\"}", 3)).isEqualTo(known);
        assertThat(digest(json, "{\"a\":\"--aaac\"}", 5)).isNotEqualTo(known);
    }

    /** Answers that were kept before must go on being found. */
    @Test
    void isTheOneThatAnswersHaveAlwaysBeenKeptUnder() {
        assertThat(RequestDigest.of("buyer\n/api/v1/carts\nk1")).isEqualTo("b905313d36dcc38c709a92c71e126ce398941013");
        assertThat(digest(MediaType.APPLICATION_JSON, "{}", 1)).isEqualTo("2a6b01469c096269d23b54e737b25c5c62e9c68a");
    }
}
