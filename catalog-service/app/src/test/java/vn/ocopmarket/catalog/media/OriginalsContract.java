package vn.ocopmarket.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every place for originals keeps to. */
public abstract class OriginalsContract {

    private static final int PIECE = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected abstract Originals originals();

    @Test
    void givesBackWhatItKeeps() {
        var bytes = bytes(1_000_001, 1);

        var place = kept(bytes);

        assertThat(read(place, 0, 20 << 20)).isEqualTo(bytes);
    }

    @Test
    void readsParts() {
        var bytes = bytes(700_000, 2);
        var place = kept(bytes);

        assertThat(read(place, 0, 1)).containsExactly(bytes[0]);
        assertThat(read(place, 261_119, 3)).isEqualTo(Arrays.copyOfRange(bytes, 261_119, 261_122));
        assertThat(read(place, 200_000, 400_000)).isEqualTo(Arrays.copyOfRange(bytes, 200_000, 600_000));
        assertThat(read(place, 699_999, 500)).containsExactly(bytes[699_999]);
        assertThat(read(place, 700_000, 500)).isEmpty();
        assertThat(read(place, 10, 0)).isEmpty();
    }

    @Test
    void keepsEveryAttemptByItself() {
        var bytes = bytes(5_000, 3);
        var first = kept(bytes);
        var second = kept(bytes);
        assertThat(second).isNotEqualTo(first);

        originals().drop(first).block();

        assertThat(read(first, 0, PIECE)).isEmpty();
        assertThat(read(second, 0, PIECE)).isEqualTo(bytes);
    }

    @Test
    void dropsWhatIsGoneOrWasNeverThere() {
        var place = kept(bytes(10, 4));
        originals().drop(place).block();
        originals().drop(place).block();
        for (var elsewhere :
                new String[] {"5f0000000000000000000000", "abc/5f000000-0000-0000-0000-000000000000", "../x", ""}) {
            originals().drop(elsewhere).block();
            assertThat(read(elsewhere, 0, PIECE)).isEmpty();
        }
    }

    @Test
    void tellsWhatIsOld() {
        var place = kept(bytes(10, 5));

        assertThat(olderThan(Duration.ofMinutes(1))).contains(place);
        assertThat(olderThan(Duration.ofMinutes(-1))).doesNotContain(place);

        originals().drop(place).block();
        assertThat(olderThan(Duration.ofMinutes(1))).doesNotContain(place);
    }

    private List<String> olderThan(Duration fromNow) {
        return all(originals().olderThan(Instant.now().plus(fromNow)));
    }

    private String kept(byte[] bytes) {
        return Objects.requireNonNull(originals().keep(Uploads.of(bytes)).block());
    }

    private byte[] read(String place, long from, long length) {
        var out = new ByteArrayOutputStream();
        for (var piece : all(originals().read(place, from, length))) {
            var bytes = new byte[piece.remaining()];
            piece.get(bytes);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** Not by iterating: that waits for a lock on the thread of the connection, which no thread of that kind may. */
    private static <T> List<T> all(Flux<T> found) {
        return Objects.requireNonNull(found.collectList().block(PATIENCE));
    }

    private static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
