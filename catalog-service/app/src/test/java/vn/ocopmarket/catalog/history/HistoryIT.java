package vn.ocopmarket.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.history.Histories.Kind;

/** Histories of products and producers, over HTTP. */
class HistoryIT extends RunningCatalog {

    private static final int EDITS = 47;

    @Autowired
    private Histories histories;

    record Told(long number, String what, List<FieldChange> changes) {}

    record Page(List<Told> items, @Nullable Long next) {}

    @Test
    void keepsEveryEditOfAProducerWithWhatItChanged() {
        var id = producer("HTX Nhớ lâu");
        IntStream.rangeClosed(1, EDITS).forEach(edit -> describe(id, edit, "Lần " + edit));

        var told = whole("/api/v1/producers/" + id + "/history");

        assertThat(told)
                .extracting(Told::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, EDITS + 1)
                        .map(number -> EDITS + 2 - number)
                        .boxed()
                        .toList());
        assertThat(told.getFirst().changes())
                .containsExactly(new FieldChange("about", null, "Lần " + (EDITS - 1), "Lần " + EDITS));
        assertThat(told.getLast().what()).isEqualTo("PRODUCER_ADDED");
        assertThat(inside(id)).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void tellsADeedOnceThatACrashLeftInBothPlaces() {
        var id = producer("HTX Đứt giữa chừng");
        IntStream.rangeClosed(1, 30).forEach(edit -> describe(id, edit, "Lần " + edit));
        var moved = Objects.requireNonNull(
                Flux.from(database().getCollection("history").find())
                        .filter(deed -> deed.getString("record").endsWith(id))
                        .count()
                        .block());
        var copies = IntStream.rangeClosed(25, 31)
                .mapToObj(number -> new Deed(number, Instant.EPOCH, "x", "COPY", id, "", List.of(), null, null))
                .toList();

        assertThat(histories
                        .keep(Kind.PRODUCER, id, copies)
                        .then(Mono.just("kept"))
                        .block())
                .isEqualTo("kept");

        assertThat(moved).isPositive();
        assertThat(whole("/api/v1/producers/" + id + "/history"))
                .hasSize(31)
                .noneMatch(deed -> deed.what().equals("COPY"));
    }

    @Test
    void showsAnotherProvincesHistoryToNobody() {
        var id = producer("HTX Kín");

        officerOf("24")
                .get()
                .uri("/api/v1/producers/" + id + "/history")
                .exchange()
                .expectStatus()
                .isNotFound();
        anonymous()
                .get()
                .uri("/api/v1/producers/" + id + "/history")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private List<Told> whole(String path) {
        var all = new ArrayList<Told>();
        Long cursor = null;
        do {
            var page = Objects.requireNonNull(officerOf("86")
                    .get()
                    .uri(path + "?limit=9" + (cursor == null ? "" : "&cursor=" + cursor))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(Page.class)
                    .returnResult()
                    .getResponseBody());
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private List<Document> inside(String id) {
        var found = Objects.requireNonNull(
                Mono.from(database().getCollection("producers").find(Filters.eq("_id", id)))
                        .block());
        return found.getList("history", Document.class);
    }

    private String producer(String name) {
        Map<?, ?> made = officerOf("86")
                .post()
                .uri("/api/v1/producers")
                .bodyValue(Map.of("name", name, "province", "86"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(made).get("id"));
    }

    private void describe(String id, int revision, String about) {
        Map<?, ?> is = Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/producers/" + id)
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        officerOf("86")
                .put()
                .uri("/api/v1/producers/" + id)
                .header("If-Match", "\"" + revision + "\"")
                .bodyValue(Map.of("name", Objects.requireNonNull(is.get("name")), "province", "86", "about", about))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
