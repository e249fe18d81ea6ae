package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.contract.product.ProductRecord;

class JsonImportIT extends RunningCatalog {

    @Test
    void bringsARowIntoTheCatalogueAndTellsTheFeed() {
        var id = ImportClient.post(administrator(), Map.of("rows", List.of(Rows.good(1))));
        var done = ImportClient.await(administrator(), id);

        assertThat(done.state()).isEqualTo("done");
        assertThat(done.accepted()).isEqualTo(1);
        var product = get("/api/v1/products/mat-hoa-dua-so-1", ProductRecord.class);
        assertThat(product.name()).isEqualTo("Mật hoa dừa số 1");
        assertThat(product.place().communeName()).isEqualTo("Xã Tam Ngãi");
        assertThat(product.certificates().getFirst().validUntil()).isEqualTo(LocalDate.of(2028, 3, 5));
        eventually(() -> assertThat(feed())
                .extracting(Change::aggregateId, Change::type, Change::version)
                .contains(tuple(product.id(), "product.changed", 1L)));
    }

    /** All that other tests made known before, too. */
    private List<Change> feed() {
        var all = new ArrayList<Change>();
        var page = changes(0);
        while (!page.items().isEmpty()) {
            all.addAll(page.items());
            page = changes(page.next());
        }
        return all;
    }

    private ChangePage changes(long after) {
        return get("/api/v1/changes?limit=1000&after=" + after, ChangePage.class);
    }

    private <T> T get(String uri, Class<T> type) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void theSameRowAgainChangesNothing() {
        var rows = List.of(Rows.good(2));
        assertThat(ImportClient.await(administrator(), ImportClient.post(administrator(), Map.of("rows", rows)))
                        .accepted())
                .isEqualTo(1);
        var again = ImportClient.await(
                administrator(),
                ImportClient.post(administrator(), Map.of("rows", List.of(Rows.good(2), Rows.good(3)))));

        assertThat(again.accepted()).isEqualTo(2);
        anonymous()
                .get()
                .uri("/api/v1/products/mat-hoa-dua-so-2")
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void theSameBytesAreTheSameImport() {
        var body = Map.of("rows", List.of(Rows.good(4)));
        var first = ImportClient.post(administrator(), body);
        assertThat(ImportClient.await(administrator(), first).accepted()).isEqualTo(1);

        assertThat(ImportClient.post(administrator(), body)).isEqualTo(first);
    }

    @Test
    void refusesAnUnknownFieldByName() {
        administrator()
                .post()
                .uri("/api/v1/imports")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "en")
                .bodyValue(Map.of("rows", List.of(Map.of("product", "X", "colour", "red"))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("rows[0].colour");
    }

    @Test
    void refusesRowsOutsideTheOfficersProvince() {
        var officer = officerOf("24");
        var done = ImportClient.await(officer, ImportClient.post(officer, Map.of("rows", List.of(Rows.good(5)))));

        assertThat(done.accepted()).isZero();
        assertThat(done.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(1);
            assertThat(error.field()).isEqualTo("province");
        });
    }

    @Test
    void needsAToken() {
        anonymous()
                .post()
                .uri("/api/v1/imports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"rows\":[]}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Cần đăng nhập");
    }
}
