package vn.ocopmarket.storefront;

/**
 * How Reactor Netty goes on with a connection that is kept. As it does by default, it never answers a request that cannot be
 * decoded, such as one with too long an address, when that comes right behind an answer (beside reactor/reactor-netty#4347).
 */
final class KeptConnections {

    private KeptConnections() {}

    /** Each answer is over before the next request is looked at; to be asked for before any server starts. */
    static void endEachAnswerFirst() {
        var unused = System.setProperty("reactor.netty.http.server.lastFlushWhenNoRead", "true");
    }
}
