package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import vn.ocopmarket.catalog.RunningCatalog;

class JsonImportIT extends RunningCatalog {

    @Test
    void bringsARowIntoTheCatalogueAndTellsTheFeed() {
        var id = ImportClient.post(administrator(), Map.of("rows", List.of(Rows.good(1))));
        var done = ImportClient.await(administrator(), id);

        assertThat(done.state()).isEqualTo("done");
        assertThat(done.accepted()).isEqualTo(1);
        anonymous()
                .get()
                .uri("/api/v1/products/mat-hoa-dua-so-1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Mật hoa dừa số 1")
                .jsonPath("$.place.communeName")
                .isEqualTo("Xã Tam Ngãi")
                .jsonPath("$.certificates[0].validUntil")
                .isEqualTo("2028-03-05");
        anonymous()
                .get()
                .uri("/api/v1/changes?after=0&wait=5")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].type")
                .isEqualTo("product.changed")
                .jsonPath("$.items[0].version")
                .isEqualTo(1);
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
