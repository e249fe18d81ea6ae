package vn.ocopmarket.storefront.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingSecretsTests {

    private static final byte[] SECRET = "twenty bytes of it!!".getBytes(UTF_8);

    private final String oldKey = key();
    private final SealingSecrets sealing = with(oldKey);

    @Test
    void opensWhatItSealedForItsOwnerOnly() {
        var sealed = sealing.seal(SECRET, "owner");

        assertThat(sealing.open(sealed, "owner")).isEqualTo(SECRET);
        assertThatThrownBy(() -> sealing.open(sealed, "another")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> with(key()).open(sealed, "owner")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(sealing.seal(SECRET, "owner")).isNotEqualTo(sealing.seal(SECRET, "owner"));
    }

    @Test
    void noticesAChange() {
        var sealed = Base64.getDecoder().decode(sealing.seal(SECRET, "owner"));
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> sealing.open(text, "owner")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void opensWithAnOlderKeyAndSealsWithTheNewest() {
        var before = sealing.seal(SECRET, "owner");
        var newKey = key();
        var both = with(newKey, oldKey);

        assertThat(both.open(before, "owner")).isEqualTo(SECRET);
        assertThat(with(newKey).open(both.seal(SECRET, "owner"), "owner")).isEqualTo(SECRET);
    }

    @Test
    void wantsKeysOf256Bits() {
        var tooShort = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> with(tooShort)).isInstanceOf(IllegalArgumentException.class);
        assertThat(with().isPossible()).isFalse();
    }

    private static SealingSecrets with(String... keys) {
        return new SealingSecrets(List.of(keys), new RandomBytes());
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new RandomBytes().next(32));
    }
}
