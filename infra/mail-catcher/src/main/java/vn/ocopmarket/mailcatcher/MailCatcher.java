package vn.ocopmarket.mailcatcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Takes mail over SMTP and shows it over HTTP: a page at {@code /}, the same as JSON at {@code /messages.json}. */
public final class MailCatcher implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private static final int MOST_SHOWN = 500;

    private final GreenMail post;
    private final HttpServer pages;
    private final JsonMapper json = new JsonMapper();

    private MailCatcher(GreenMail post, HttpServer pages) {
        this.post = post;
        this.pages = pages;
    }

    /** A port of 0 is a free one. */
    public static MailCatcher start(int smtpPort, int httpPort) throws IOException {
        var post = new GreenMail(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        var pages = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), httpPort), 0);
        var catcher = new MailCatcher(post, pages);
        pages.createContext("/", catcher::answer);
        post.start();
        pages.start();
        return catcher;
    }

    public int smtpPort() {
        return post.getSmtp().getPort();
    }

    public String address() {
        return "http://" + LOOPBACK + ":" + pages.getAddress().getPort();
    }

    @Override
    public void close() {
        pages.stop(0);
        post.stop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, "text/html; charset=utf-8", LetterPage.of(letters()));
                case "/messages.json" -> send(exchange, "application/json", json.writeValueAsString(letters()));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** The latest first. */
    private List<Letter> letters() {
        var letters = Arrays.stream(post.getReceivedMessages())
                .map(Letter::of)
                .sorted(Comparator.comparing(Letter::sentAt).reversed())
                .toList();
        return letters.subList(0, Math.min(MOST_SHOWN, letters.size()));
    }

    private static void send(HttpExchange exchange, String type, String content) throws IOException {
        var bytes = content.getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
