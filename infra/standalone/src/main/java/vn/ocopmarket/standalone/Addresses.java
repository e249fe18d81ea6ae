package vn.ocopmarket.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Where everything listens: consecutive ports of the loopback address.
 *
 * @param portBase the first of them
 */
record Addresses(int portBase) {

    static final int PORTS = 8;

    private static final String LOOPBACK = "127.0.0.1";

    int storefront() {
        return portBase;
    }

    int catalog() {
        return portBase + 1;
    }

    int indexer() {
        return portBase + 2;
    }

    int stripe() {
        return portBase + 3;
    }

    int mongo() {
        return portBase + 4;
    }

    int elasticsearch() {
        return portBase + 5;
    }

    int smtp() {
        return portBase + 6;
    }

    /** Where caught mail is shown. */
    int mail() {
        return portBase + 7;
    }

    static String http(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    /** Refuses the start when somebody listens on one of these ports, and says how to take others. */
    static void requireFree(List<Integer> ports) {
        for (int port : ports) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            } catch (IOException _) {
                throw new StartRefused(
                        "port %d is taken (ss -ltnp 'sport = :%d' shows by whom); end that process, or use other ports with --port-base N"
                                .formatted(port, port));
            }
        }
    }
}
