package vn.ocopmarket.mailcatcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MailCatcherTests {

    @Test
    void showsWhatItWasGivenAndRunsNothingOfIt() throws IOException, InterruptedException {
        try (var catcher = MailCatcher.start(0, 0)) {
            send(catcher, "an@example.vn", "Mật khẩu", "<script>alert(1)</script> http://127.0.0.1:8080/password/abc");

            var letter =
                    new JsonMapper().readTree(get(catcher, "/messages.json")).get(0);
            assertThat(letter.at("/to/0").asString()).isEqualTo("an@example.vn");
            assertThat(letter.at("/subject").asString()).isEqualTo("Mật khẩu");
            assertThat(letter.at("/text").asString()).contains("/password/abc");
            assertThat(get(catcher, "/"))
                    .contains("<a href=\"http://127.0.0.1:8080/password/abc\">")
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>");
        }
    }

    @Test
    void keepsTheLatestOfVeryMany() throws IOException, InterruptedException {
        try (var catcher = MailCatcher.start(0, 0)) {
            for (int number = 1; number <= 510; number++) {
                send(catcher, "buyer" + number + "@example.vn", "Đơn hàng " + number, "Cảm ơn");
            }

            var letters = new JsonMapper().readTree(get(catcher, "/messages.json"));
            assertThat(letters.valueStream().map(letter -> letter.at("/to/0").asString()))
                    .hasSize(500)
                    .contains("buyer11@example.vn", "buyer510@example.vn")
                    .doesNotContain("buyer10@example.vn");
        }
    }

    /** Each is forgotten by the server too, not only left out of what is shown: all of them do not fit into its memory. */
    @Test
    void forgetsOlderOnes() throws IOException, MessagingException {
        try (var catcher = CatcherProcess.withHeapOf(48)) {
            var session = GreenMailUtil.getSession(smtp(catcher.awaitSmtpPort()));
            try (var transport = session.getTransport(ServerSetup.PROTOCOL_SMTP)) {
                transport.connect();
                for (int number = 1; number <= 2_500; number++) {
                    var letter = new MimeMessage(session);
                    letter.setFrom("market@example.vn");
                    letter.setRecipients(Message.RecipientType.TO, "buyer" + number + "@example.vn");
                    letter.setText("Bill\r\n".repeat(6_000));
                    transport.sendMessage(letter, letter.getAllRecipients());
                }
            }
            assertThat(catcher.isAlive()).isTrue();
        }
    }

    private static void send(MailCatcher catcher, String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(to, "market@example.vn", subject, text, smtp(catcher.smtpPort()));
    }

    private static ServerSetup smtp(int port) {
        return new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    private static String get(MailCatcher catcher, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(catcher.address() + path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
