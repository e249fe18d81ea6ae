package vn.ocopmarket.catalog.links.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {

    private final PublicAddresses guard = new PublicAddresses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.5",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12::9",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2001:0:1::1",
                "2002:a00:1::1"
            })
    void refusesWhatIsNotThePublicInternet(String address) throws UnknownHostException {
        assertThat(guard.mayConnect(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "14.225.0.1", "100.128.0.1", "172.32.0.1", "203.162.4.190", "2405:4800::1"})
    void connectsToThePublicInternet(String address) throws UnknownHostException {
        assertThat(guard.mayConnect(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/x",
                "http://catalog/x",
                "http://printer.local/",
                "http://metadata.google.internal/",
                "http://shop.vn:8081/",
                "http://shop.vn:22/",
                "http://user:secret@shop.vn/"
            })
    void asksNoLocalNamesAndNoOddPorts(String address) {
        assertThat(guard.mayAsk(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.vn/a?b=c", "https://check.vn:443/", "http://shop.vn:80", "https://[2405:4800::1]/"})
    void asksWebSites(String address) {
        assertThat(guard.mayAsk(URI.create(address))).isTrue();
    }
}
