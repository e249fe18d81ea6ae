package vn.ocopmarket.storefront.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTests {

    private static final String PROXY = "10.0.0.9";

    private final Origins direct = behind(0);
    private final Origins behindOne = behind(1);

    @Test
    void believesNoHeaderWithoutAProxyOfOurs() {
        assertThat(direct.of("203.0.113.5", List.of("198.51.100.1"))).isEqualTo("203.0.113.5");
    }

    @Test
    void believesOnlyWhatOurProxySays() {
        assertThat(behindOne.of(PROXY, List.of("made.up, 1.2.3.4, 203.0.113.5")))
                .isEqualTo("203.0.113.5");
        assertThat(behindOne.of(PROXY, List.of("1.2.3.4", "203.0.113.5"))).isEqualTo("203.0.113.5");
        assertThat(behindOne.of(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void countsTheAddressesOfOneHomeTogether() {
        assertThat(direct.of("2001:db8:1:2::1", List.of())).isEqualTo(direct.of("2001:db8:1:2:ffff::9", List.of()));
        assertThat(direct.of("2001:db8:1:3::1", List.of())).isNotEqualTo(direct.of("2001:db8:1:2::1", List.of()));
    }

    private static Origins behind(int proxies) {
        return new Origins(new AccountSettings(null, "issuer", Duration.ofMinutes(1), Duration.ofDays(90), proxies));
    }
}
