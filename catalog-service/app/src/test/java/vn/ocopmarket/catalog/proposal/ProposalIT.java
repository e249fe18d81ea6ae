package vn.ocopmarket.catalog.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.service.PeriodicWorker;

class ProposalIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    @Qualifier("proposalWorker")
    private PeriodicWorker worker;

    private String producerId = "";
    private @Nullable ProductRecord added;

    @BeforeEach
    void furnish() {
        var number = NUMBERS.incrementAndGet();
        producerId = Objects.requireNonNull(officerOf("86")
                        .post()
                        .uri("/api/v1/producers")
                        .bodyValue(Map.of("name", "HTX số " + number, "province", "Vĩnh Long"))
                        .exchange()
                        .expectBody(ProducerRecord.class)
                        .returnResult()
                        .getResponseBody())
                .id();
        added = officerOf("86")
                .post()
                .uri("/api/v1/products")
                .bodyValue(draft("Dừa sáp " + number, 100_000, Map.of("story", "Chuyện cũ.")))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody();
    }

    private ProductRecord product() {
        return Objects.requireNonNull(added);
    }

    private Map<String, Object> draft(String name, long price, Map<String, Object> more) {
        var draft = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "producerId",
                producerId,
                "province",
                "86",
                "group",
                "07",
                "variants",
                List.of(Map.of(
                        "sku",
                        "SKU-" + producerId,
                        "label",
                        "Hộp 500 g",
                        "price",
                        Map.of("amount", price, "currency", "VND")))));
        draft.putAll(more);
        return draft;
    }

    private WebTestClient producer() {
        return as(Map.of("roles", List.of("PRODUCER"), "producers", List.of(producerId)));
    }

    private ResponseSpec put(WebTestClient as, long price, Map<String, Object> more) {
        return as.put()
                .uri("/api/v1/products/" + product().id())
                .header("If-Match", "\"" + live().revision() + "\"")
                .bodyValue(draft(product().name(), price, more))
                .exchange();
    }

    private ProductRecord live() {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/products/" + product().id())
                .exchange()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody());
    }

    private String propose(String story) {
        return json(put(producer(), 100_000, Map.of("story", story))
                        .expectStatus()
                        .isAccepted())
                .get("proposal", Document.class)
                .getString("id");
    }

    private static Document json(ResponseSpec response) {
        return Document.parse(Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody()));
    }

    private ResponseSpec post(WebTestClient as, String id, String what, Map<String, Object> body) {
        return as.post()
                .uri("/api/v1/proposals/" + id + "/" + what)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec approve(String id) {
        return post(officerOf("86"), id, "approvals", Map.of());
    }

    private String state(String id) {
        return json(producer().get().uri("/api/v1/proposals/" + id).exchange()).getString("state");
    }

    private long published(String id) {
        return json(officerOf("86")
                        .get()
                        .uri("/api/v1/products/" + product().id() + "/history?limit=200")
                        .exchange())
                .getList("items", Document.class)
                .stream()
                .filter(deed -> deed.getString("what").equals("CHANGE_APPROVED")
                        && deed.getString("of").equals(id))
                .count();
    }

    @Test
    void aPriceIsLiveAtOnceAndAStoryOnceItWasRead() {
        var answer = json(put(producer(), 120_000, Map.of("story", "Chuyện mới."))
                .expectStatus()
                .isAccepted());
        var id = answer.get("proposal", Document.class).getString("id");

        assertThat(live().story()).isEqualTo("Chuyện cũ.");
        assertThat(Objects.requireNonNull(live().variants().getFirst().price()).amount())
                .isEqualTo(120_000);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        officerOf("86")
                .get()
                .uri("/api/v1/proposals/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.differences.length()")
                .isEqualTo(1)
                .jsonPath("$.differences[0].field")
                .isEqualTo("STORY")
                .jsonPath("$.differences[0].pieces[?(@.kind == 'ADDED')].text")
                .isEqualTo("mới");

        approve(id).expectStatus().isOk();
        assertThat(live().story()).isEqualTo("Chuyện mới.");
        assertThat(state(id)).isEqualTo("PUBLISHED");
        approve(id).expectStatus().isOk();
        assertThat(published(id)).isEqualTo(1);
    }

    @Test
    void nobodyElseSeesWhatWaits() {
        var id = propose("Chuyện chưa ai đọc.");
        var stranger = as(Map.of("roles", List.of("PRODUCER"), "producers", List.of("other")));

        for (var other : List.of(stranger, officerOf("01"))) {
            other.get().uri("/api/v1/proposals/" + id).exchange().expectStatus().isNotFound();
            for (var list : List.of("", "/own", "?product=" + product().id())) {
                other.get()
                        .uri("/api/v1/proposals" + list)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.items[?(@.id == '" + id + "')]")
                        .doesNotExist();
            }
        }
        anonymous()
                .get()
                .uri("/api/v1/proposals/" + id)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        post(officerOf("01"), id, "approvals", Map.of()).expectStatus().isNotFound();
        post(stranger, id, "withdrawals", Map.of()).expectStatus().isNotFound();
        post(producer(), id, "approvals", Map.of()).expectStatus().isForbidden();
    }

    @Test
    void anOfficerReturnsItAndTheProducerTriesAgain() {
        var first = propose("Ngon nhất thế giới!");
        post(officerOf("86"), first, "returns", Map.of("reason", " "))
                .expectStatus()
                .isBadRequest();
        post(officerOf("86"), first, "returns", Map.of("reason", "Không dùng chữ “nhất”."))
                .expectStatus()
                .isOk();
        producer()
                .get()
                .uri("/api/v1/proposals/own")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].answer.reason")
                .isEqualTo("Không dùng chữ “nhất”.");
        approve(first)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("RETURNED");

        var second = propose("Dẻo và thơm.");
        officerOf("86")
                .get()
                .uri("/api/v1/proposals?limit=50")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + second + "')]")
                .exists()
                .jsonPath("$.items[?(@.id == '" + first + "')]")
                .doesNotExist();
        approve(second).expectStatus().isOk();
        assertThat(live().story()).isEqualTo("Dẻo và thơm.");
    }

    @Test
    void officersAreNotReadBefore() {
        put(officerOf("86"), 100_000, Map.of("story", "Của tỉnh."))
                .expectStatus()
                .isOk();

        assertThat(live().story()).isEqualTo("Của tỉnh.");
    }

    @Test
    void mergesWithWhatChangedElsewhereAndTellsOfCollisions() {
        var id = propose("Chuyện mới.");
        var trace = Map.<String, Object>of("story", "Chuyện cũ.", "traceUrl", "https://truyxuat.example/1");
        put(officerOf("86"), 100_000, trace).expectStatus().isOk();
        approve(id).expectStatus().isOk();
        assertThat(live().story()).isEqualTo("Chuyện mới.");
        assertThat(live().traceUrl()).isEqualTo("https://truyxuat.example/1");

        var late = propose("Chuyện của nhà.");
        put(officerOf("86"), 100_000, Map.of("story", "Chuyện của tỉnh."))
                .expectStatus()
                .isOk();
        approve(late)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/changes-collide")
                .jsonPath("$.fields[0]")
                .isEqualTo("STORY");
        assertThat(state(late)).isEqualTo("SUBMITTED");
        assertThat(live().story()).isEqualTo("Chuyện của tỉnh.");
    }

    @Test
    void aNewPackWaitsAndGetsNoStarsOfItsOwn() {
        officerOf("86")
                .post()
                .uri("/api/v1/products/" + product().id() + "/certificates")
                .bodyValue(Map.of("decision", "1/QĐ-UBND", "issuedOn", "2026-08-05", "stars", 4, "issuedBy", "UBND"))
                .exchange()
                .expectStatus()
                .isCreated();
        var variants = List.of(
                Map.of(
                        "sku",
                        "SKU-" + producerId,
                        "label",
                        "Hộp 500 g",
                        "price",
                        Map.of("amount", 100_000, "currency", "VND")),
                Map.of("sku", "NEW-" + producerId, "label", "Hộp 1 kg"));
        var id = json(put(producer(), 1, Map.of("story", "Chuyện cũ.", "variants", variants))
                        .expectStatus()
                        .isAccepted())
                .get("proposal", Document.class)
                .getString("id");
        assertThat(live().variants()).hasSize(1);

        approve(id).expectStatus().isOk();
        var after = live();
        assertThat(after.variants()).hasSize(2);
        assertThat(after.certificates().getFirst().covers("SKU-" + producerId)).isTrue();
        assertThat(after.certificates().getFirst().covers("NEW-" + producerId)).isFalse();
    }

    @Test
    void whatTheCertificateSpeaksOfIsNotTheProducersToPropose() {
        producer()
                .put()
                .uri("/api/v1/products/" + product().id())
                .header("If-Match", "\"" + live().revision() + "\"")
                .bodyValue(draft("Tên khác", 100_000, Map.of()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void ofManyProposalsAtOnceOneIsOpen() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(number -> assertThat(propose("Chuyện " + number)).isNotEmpty());

        var all = json(producer()
                        .get()
                        .uri("/api/v1/proposals?product=" + product().id())
                        .exchange())
                .getList("items", Document.class);
        assertThat(all).hasSize(8);
        assertThat(all.stream().filter(one -> one.getString("state").equals("SUBMITTED")))
                .hasSize(1);
        assertThat(all.getFirst().getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void approvedByManyIsPublishedOnce() {
        var id = propose("Chuyện mới.");
        IntStream.range(0, 8).parallel().forEach(_ -> approve(id).expectStatus().isOk());

        assertThat(published(id)).isEqualTo(1);
        assertThat(state(id)).isEqualTo("PUBLISHED");
    }

    @Test
    void approvedOrTakenBackNeverBoth() {
        for (int round = 0; round < 10; round++) {
            var story = "Vòng " + round;
            var before = live().story();
            var id = propose(story);
            IntStream.range(0, 2).parallel().forEach(side -> {
                if (side == 0) {
                    var _ = approve(id).expectBody().returnResult();
                } else {
                    var _ = post(producer(), id, "withdrawals", Map.of())
                            .expectBody()
                            .returnResult();
                }
            });

            assertThat(live().story()).isEqualTo(state(id).equals("PUBLISHED") ? story : before);
            assertThat(state(id)).isIn("PUBLISHED", "WITHDRAWN");
        }
    }

    /** As a crash between the two writes of an approval leaves it. */
    private void leaveApproved(String id) {
        var asRead =
                Filters.and(Filters.eq("_id", product().id()), Filters.elemMatch("proposals", Filters.eq("number", 1)));
        var approved = new Document("kind", "APPROVED").append("by", "officer").append("at", new Date());
        var change = new Document("$set", new Document("proposals.0.state", approved).append("unpublished", true))
                .append("$inc", new Document("version", 1L));
        var result = Mono.from(database().getCollection("proposals").updateOne(asRead, change))
                .block();
        assertThat(Objects.requireNonNull(result).getModifiedCount()).isEqualTo(1);
        assertThat(id).endsWith("-1");
    }

    @Test
    void anApprovalThatACrashInterruptedIsCarriedOut() {
        var id = propose("Chuyện mới.");
        leaveApproved(id);

        eventually(() -> assertThat(state(id)).isEqualTo("PUBLISHED"));
        assertThat(live().story()).isEqualTo("Chuyện mới.");
        assertThat(published(id)).isEqualTo(1);
    }

    /** As undoing the import that made it leaves it. */
    private void removeProduct() {
        var result = Mono.from(database()
                        .getCollection("products")
                        .updateOne(
                                Filters.eq("_id", product().id()), new Document("$set", new Document("removed", true))))
                .block();
        assertThat(Objects.requireNonNull(result).getModifiedCount()).isEqualTo(1);
    }

    @Test
    void whatWaitsForAProductThatIsGoneCanOnlyBeReturned() {
        var id = propose("Chuyện mới.");
        removeProduct();

        approve(id).expectStatus().isNotFound();
        assertThat(state(id)).isEqualTo("SUBMITTED");
        post(officerOf("86"), id, "returns", Map.of("reason", "Không còn sản phẩm."))
                .expectStatus()
                .isOk();
    }

    @Test
    void anApprovalOfAProductThatIsGoneWaitsAgain() {
        var id = propose("Chuyện mới.");
        removeProduct();
        leaveApproved(id);

        eventually(() -> assertThat(state(id)).isEqualTo("SUBMITTED"));
    }

    @Test
    void whatWasPublishedBeforeACrashIsNotPublishedAgain() {
        var id = propose("Chuyện mới.");
        approve(id).expectStatus().isOk();
        put(officerOf("86"), 100_000, Map.of("story", "Chuyện cũ."))
                .expectStatus()
                .isOk();
        leaveApproved(id);

        eventually(() -> assertThat(state(id)).isEqualTo("PUBLISHED"));
        assertThat(live().story()).isEqualTo("Chuyện cũ.");
        assertThat(published(id)).isEqualTo(1);
    }

    /** Other tests wait for it. */
    @AfterEach
    void leaveTheWorkerAtWork() {
        if (!worker.isRunning()) {
            worker.start();
        }
    }

    @Test
    void aNewProposalFinishesTheOneThatIsBeingPublished() {
        worker.stop();
        var id = propose("Chuyện mới.");
        leaveApproved(id);
        var next = propose("Chuyện mới hơn.");

        assertThat(state(id)).isEqualTo("PUBLISHED");
        assertThat(state(next)).isEqualTo("SUBMITTED");
        assertThat(live().story()).isEqualTo("Chuyện mới.");
    }
}
