package vn.ocopmarket.catalog.links.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where a stranger's link may lead us: web ports of the public internet, and nowhere else. */
final class PublicAddresses implements AddressGuard {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443);
    private static final int BYTE = 0xff;

    @Override
    public boolean mayAsk(URI address) {
        var host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && PORTS.contains(address.getPort())
                && hasPublicName(host.toLowerCase(Locale.ROOT));
    }

    /** Names without a dot and those of local networks are no public ones, whatever they resolve to. */
    private static boolean hasPublicName(String host) {
        return host.startsWith("[")
                || host.contains(".")
                        && !host.endsWith(".local")
                        && !host.endsWith(".internal")
                        && !host.endsWith(".localhost")
                        && !host.endsWith(".home.arpa");
    }

    @Override
    public boolean mayConnect(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address v4 -> isPublic(v4.getAddress());
            case Inet6Address v6 -> isPublicV6(v6.getAddress());
            default -> false;
        };
    }

    /** RFC 6890: what is neither private nor set aside. */
    private static boolean isPublic(byte[] address) {
        int first = address[0] & BYTE;
        int second = address[1] & BYTE;
        int third = address[2] & BYTE;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast alone, without the corners that carry an IPv4 address or are for documents. */
    private static boolean isPublicV6(byte[] address) {
        int first = (address[0] & BYTE) << 8 | address[1] & BYTE;
        int second = (address[2] & BYTE) << 8 | address[3] & BYTE;
        var isGlobal = (first & 0xe000) == 0x2000;
        var carriesV4 = first == 0x2002 || first == 0x2001 && second == 0;
        var isForDocuments = first == 0x2001 && second == 0x0db8 || first == 0x3fff;
        return isGlobal && !carriesV4 && !isForDocuments;
    }
}
