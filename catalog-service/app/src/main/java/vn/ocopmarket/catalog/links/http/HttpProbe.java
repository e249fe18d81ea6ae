package vn.ocopmarket.catalog.links.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import vn.ocopmarket.catalog.links.Probe;
import vn.ocopmarket.catalog.links.domain.Finding;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;

/**
 * Asks with GET, reads only as much as shows that there is something, follows a few redirects itself so that each is looked
 * at, and connects to the very addresses that the guard has seen.
 */
final class HttpProbe implements Probe {

    private static final int MOST_REDIRECTS = 4;
    private static final int MOST_READ = 64 << 10;
    private static final int MOST_HEADER = 16 << 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final AddressGuard guard;
    private final Duration timeout;

    HttpProbe(AddressGuard guard, String userAgent, Duration timeout) {
        this.guard = guard;
        this.timeout = timeout;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .keepAlive(false)
                .responseTimeout(timeout)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MOST_HEADER))
                .headers(headers -> headers.set("User-Agent", userAgent).set("Accept", "text/html,*/*;q=0.5"))
                .resolvedAddressesSelector((_, found) -> allowed(found));
    }

    @Override
    public Mono<Finding> ask(String url) {
        return Mono.defer(() -> follow(read(url), 0))
                .timeout(timeout)
                .onErrorResume(failure -> Mono.just(Finding.failed(fault(failure))));
    }

    private Mono<Finding> follow(@Nullable URI address, int redirects) {
        if (address == null) {
            return Mono.just(Finding.failed(Fault.MALFORMED));
        }
        if (!guard.mayAsk(address) || !mayBeLiteral(address.getHost())) {
            return Mono.just(Finding.failed(Fault.NOT_PUBLIC));
        }
        return client.get()
                .uri(address)
                .response((answer, body) -> {
                    var next = answer.responseHeaders().get("Location");
                    if (REDIRECTS.contains(answer.status().code()) && next != null) {
                        return Mono.<Step>just(new Redirect(next));
                    }
                    return isSomething(body.asByteArray()).<Step>map(some -> new End(found(answer, some)));
                })
                .next()
                .flatMap(step -> switch (step) {
                    case End(var finding) -> Mono.just(finding);
                    case Redirect(var to) ->
                        redirects == MOST_REDIRECTS
                                ? Mono.just(Finding.failed(Fault.TOO_MANY_REDIRECTS))
                                : follow(resolved(address, to), redirects + 1);
                });
    }

    /** Where an answer leads. */
    private sealed interface Step {}

    private record End(Finding finding) implements Step {}

    private record Redirect(String to) implements Step {}

    private static Finding found(HttpClientResponse answer, boolean something) {
        return Finding.answered(answer.status().code(), something);
    }

    /** Stops reading as soon as there is enough; what follows is never fetched. */
    private static Mono<Boolean> isSomething(Flux<byte[]> body) {
        return body.map(piece -> piece.length)
                .scan(0, Integer::sum)
                .takeUntil(read -> read >= MOST_READ)
                .last(0)
                .map(read -> read > 0);
    }

    /** An address written as numbers is not resolved, so that it is looked at here. */
    private boolean mayBeLiteral(String host) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var bytes = NetUtil.createByteArrayFromIpAddressString(bare);
        if (bytes == null) {
            return true;
        }
        try {
            return guard.mayConnect(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private List<SocketAddress> allowed(List<? extends SocketAddress> found) {
        var good = found.stream()
                .filter(address -> address instanceof InetSocketAddress socket
                        && socket.getAddress() != null
                        && guard.mayConnect(socket.getAddress()))
                .<SocketAddress>map(address -> address)
                .toList();
        if (good.isEmpty()) {
            throw new NotPublic();
        }
        return good;
    }

    private static @Nullable URI read(String url) {
        try {
            var address = new URI(url.strip()).parseServerAuthority();
            var scheme = address.getScheme();
            var isWeb = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return isWeb && address.getHost() != null ? address : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static @Nullable URI resolved(URI from, String to) {
        try {
            return read(from.resolve(to).toString());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Fault fault(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case NotPublic _ -> {
                    return Fault.NOT_PUBLIC;
                }
                case UnknownHostException _ -> {
                    return Fault.NO_SUCH_HOST;
                }
                case TimeoutException _, io.netty.handler.timeout.TimeoutException _ -> {
                    return Fault.TOO_SLOW;
                }
                default -> {}
            }
        }
        return Fault.UNREACHABLE;
    }

    /** No address that the name resolved to is public. */
    private static final class NotPublic extends RuntimeException {

        NotPublic() {
            super("No public address", null, false, false);
        }
    }
}
