package vn.ocopmarket.storefront.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTests {

    private static final String PROXY = "10.0.0.9";

    private final Origins direct = behind(0);
    private final Origins behindOne = behind(1);

    @Test
    void believesNoHeaderWithoutAProxyOfOurs() {
        assertThat(of(direct, "203.0.113.5", List.of("198.51.100.1"))).isEqualTo("203.0.113.5");
    }

    @Test
    void believesOnlyWhatOurProxySays() {
        assertThat(of(behindOne, PROXY, List.of("made.up, 1.2.3.4, 203.0.113.5")))
                .isEqualTo("203.0.113.5");
        assertThat(of(behindOne, PROXY, List.of("1.2.3.4", "203.0.113.5"))).isEqualTo("203.0.113.5");
        assertThat(of(behindOne, PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void countsTheAddressesOfOneHomeTogether() {
        assertThat(of(direct, "2001:db8:1:2::1", List.of())).isEqualTo(of(direct, "2001:db8:1:2:ffff::9", List.of()));
        assertThat(of(direct, "2001:db8:1:3::1", List.of())).isNotEqualTo(of(direct, "2001:db8:1:2::1", List.of()));
    }

    private static Origins behind(int proxies) {
        return new Origins(proxies);
    }

    private static String of(Origins origins, String remote, List<String> forwardedFor) {
        return origins.of(new InetSocketAddress(InetAddress.ofLiteral(remote), 1), forwardedFor);
    }
}
