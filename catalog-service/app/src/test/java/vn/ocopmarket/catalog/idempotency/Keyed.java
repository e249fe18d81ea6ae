package vn.ocopmarket.catalog.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts with keys, and what becomes of their answers. */
final class Keyed {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoDatabase database;

    Keyed(MongoDatabase database) {
        this.database = database;
    }

    /** An answer that was given. */
    record Answer(
            int status,
            boolean replayed,
            @Nullable String location,
            @Nullable String etag,
            String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String type() {
            return json().get("type").asString().replaceFirst(".*/", "");
        }

        /** As the one who asks sees it, but for the header that says that it was kept. */
        Answer first() {
            return new Answer(status, false, location, etag, text);
        }
    }

    static Answer post(WebTestClient who, String key, String path, Object body) {
        return read(who.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }

    /** Of an edit: only of the revision that is named. */
    static Answer post(WebTestClient who, String key, String path, String ifMatch, Object body) {
        return read(who.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }

    static Answer read(WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(String.class).returnResult();
        return new Answer(
                result.getStatus().value(),
                "true".equals(header(result, "Idempotent-Replayed")),
                header(result, "Location"),
                header(result, "ETag"),
                Objects.requireNonNullElse(result.getResponseBody(), ""));
    }

    private static @Nullable String header(EntityExchangeResult<String> result, String name) {
        return result.getResponseHeaders().getFirst(name);
    }

    /** As when whoever carried requests out died a minute ago, after doing it and before keeping the answer. */
    void lastAnswersWereNeverKept() {
        change(Filters.exists("answer"), minutesAgo(1), Updates.unset("answer"));
    }

    void everythingWasAnswered(Duration ago) {
        change(
                Filters.exists("answer"),
                Updates.set("begunAt", Date.from(Instant.now().minus(ago))));
    }

    private static Bson minutesAgo(long minutes) {
        return Updates.set("begunAt", Date.from(Instant.now().minus(Duration.ofMinutes(minutes))));
    }

    private void change(Bson which, Bson... changes) {
        var changed = Mono.from(database.getCollection("answeredRequests").updateMany(which, Updates.combine(changes)))
                .block(PATIENCE);
        assertThat(Objects.requireNonNull(changed).getModifiedCount()).isPositive();
    }
}
