package vn.ocopmarket.catalog.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import vn.ocopmarket.catalog.media.Originals.Upload;
import vn.ocopmarket.catalog.media.Uploads;

/** Against a server that does what real ones do now and then. */
class S3FaultsTests {

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .flatMap(body -> {
                        seen.add(request.method() + " " + request.uri().replaceAll("/[0-9a-f-]{36}$", "/…") + " "
                                + body);
                        var answer = answers.remove();
                        if (answer.status() == 0) {
                            response.withConnection(DisposableChannel::dispose);
                            return Mono.never();
                        }
                        return response.status(answer.status())
                                .sendString(Mono.just(answer.body()))
                                .then();
                    }))
            .bindNow();

    private final S3Originals originals = new S3Originals(
            new S3Settings(
                    "http://127.0.0.1:" + server.port() + "/", "r", "tep", "key", "secret", Duration.ofSeconds(20)),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private record Answer(int status, String body) {}

    @Test
    void sendsTheSameToTheSamePlaceAgain() {
        answers.addAll(List.of(new Answer(503, "slow down"), new Answer(0, ""), new Answer(200, "")));

        var place = originals.keep(upload("abc")).block();

        assertThat(seen)
                .hasSize(3)
                .allMatch(("PUT /tep/originals/" + place).replaceAll("/[0-9a-f-]{36}$", "/… abc")::equals);
    }

    @Test
    void givesUpAfterThreeTries() {
        answers.addAll(List.of(new Answer(500, ""), new Answer(502, ""), new Answer(503, "")));

        assertThatThrownBy(() -> originals.keep(upload("abc")).block())
                .hasMessageContaining("503")
                .matches(S3Originals::mayPass);
        assertThat(seen).hasSize(3);
    }

    @Test
    void doesNotInsistWhereItMayNot() {
        answers.add(new Answer(403, "<Error><Code>AccessDenied</Code></Error>"));

        assertThatThrownBy(() -> originals.keep(upload("abc")).block())
                .hasMessageContaining("403")
                .matches(fault -> !S3Originals.mayPass(fault));
        assertThat(seen).hasSize(1);
    }

    @Test
    void readsEveryPageOfAListAndLeavesWhatIsNotItsOwn() {
        var id = "0123456789abcdefghjkmnpqrstvwxyz/5f000000-0000-0000-0000-00000000000";
        answers.add(new Answer(
                200,
                page(
                        entry("originals/" + id + "1", "2026-01-01T00:00:00.000Z")
                                + entry("originals/readme", "2020-01-01T00:00:00Z"),
                        "a/b=")));
        answers.add(new Answer(
                200,
                page(
                        entry("originals/" + id + "2", "2026-03-01T00:00:00Z")
                                + entry("originals/" + id + "3", "2026-01-31T23:59:59Z"),
                        "")));

        assertThat(originals
                        .olderThan(Instant.parse("2026-02-01T00:00:00Z"))
                        .collectList()
                        .block(Duration.ofSeconds(30)))
                .containsExactly(id + "1", id + "3");
        assertThat(seen)
                .containsExactly(
                        "GET /tep/?list-type=2&prefix=originals%2F ",
                        "GET /tep/?continuation-token=a%2Fb%3D&list-type=2&prefix=originals%2F ");
    }

    @Test
    void readsNothingFromOutsideInLists() {
        answers.add(new Answer(
                200,
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><ListBucketResult>&y;</ListBucketResult>"));

        assertThatThrownBy(() -> originals.olderThan(Instant.EPOCH).blockLast())
                .isInstanceOf(IllegalStateException.class);
    }

    private static String page(String entries, String next) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + entries
                + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>")
                + "</ListBucketResult>";
    }

    private static String entry(String key, String at) {
        return "<Contents><Key>" + key + "</Key><LastModified>" + at + "</LastModified><Size>3</Size></Contents>";
    }

    private static Upload upload(String text) {
        return Uploads.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
