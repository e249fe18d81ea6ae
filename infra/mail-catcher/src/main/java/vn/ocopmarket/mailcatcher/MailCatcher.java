package vn.ocopmarket.mailcatcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes mail over SMTP and shows the latest over HTTP: a page at {@code /}, the same as JSON at {@code /messages.json}. Older
 * letters are forgotten, so that a market may send as many as it likes.
 */
public final class MailCatcher implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private static final int MOST_KEPT = 500;

    private final GreenMail post;
    private final GreenMailUser everybody;
    private final HttpServer pages;
    private final JsonMapper json = new JsonMapper();
    private final Deque<Letter> letters = new ArrayDeque<>();

    private MailCatcher(GreenMail post, HttpServer pages) {
        this.post = post;
        this.pages = pages;
        this.everybody = post.setUser("everybody", "");
        post.getUserManager().setMessageDeliveryHandler((mail, _) -> keep(mail));
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

    /** One mailbox for everybody, and emptied before the next letter: the server itself would keep all of them. */
    private GreenMailUser keep(MovingMessage mail) throws MessagingException {
        var letter = Letter.of(mail.getMessage());
        synchronized (letters) {
            letters.addFirst(letter);
            if (letters.size() > MOST_KEPT) {
                letters.removeLast();
            }
        }
        try {
            post.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("The mailbox cannot be emptied", e);
        }
        return everybody;
    }

    /** The latest first. */
    private List<Letter> letters() {
        synchronized (letters) {
            return letters.stream()
                    .sorted(Comparator.comparing(Letter::sentAt).reversed())
                    .toList();
        }
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
