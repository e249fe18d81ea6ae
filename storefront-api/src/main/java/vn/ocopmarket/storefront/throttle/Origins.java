package vn.ocopmarket.storefront.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address that attempts are counted for. Behind proxies it is the one that the outermost of ours heard from: what stands
 * before it in the header, a caller may have made up, and the address of the proxy itself is everybody's.
 */
public final class Origins {

    /** In which each proxy names the address it heard the request from. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final int NETWORK_BYTES = 8;

    private final int trustedProxies;

    Origins(int trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /**
     * @param remote the other end of the connection; null when it is not known
     * @param forwardedFor values of the header {@link #FORWARDED_FOR}, the nearest last
     */
    public String of(@Nullable InetSocketAddress remote, List<String> forwardedFor) {
        var address = remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
        return of(address, forwardedFor);
    }

    private String of(String remote, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        var beforeOurs = Math.min(trustedProxies, hops.size());
        return network(beforeOurs == 0 ? remote : hops.get(hops.size() - beforeOurs));
    }

    /** Who has an IPv6 address has a network of them, and could take another for each attempt. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }
}
