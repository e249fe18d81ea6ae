package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.product.ProductRecord;

/** What is suggested, and what is taken note of, with real stores. */
class SuggestIT extends RunningShop {

    @Autowired
    private MongoDatabase database;

    @LocalServerPort
    private int port;

    @Test
    void suggestsThePlacesFromWhichSomethingIsForSale() {
        assertThat(suggested("ba dinh").at("/places")).isEmpty();
        var name = "Trà " + ids.next(8);
        var product = list(
                aProduct(ids.next(8), name).from("01", "Thành phố Hà Nội", null).inCommune("00004", "Phường Ba Đình"));

        clock.move(Duration.ofDays(1));
        eventually(() -> assertThat(suggested("ba dinh").at("/places")).isNotEmpty());

        var suggested = suggested("ba dinh");
        assertThat(suggested.at("/places/0/name").asString()).isEqualTo("Phường Ba Đình");
        assertThat(suggested.at("/places/0/parameters/commune/0").asString()).isEqualTo("00004");
        assertThat(suggested(name).at("/products/0/id").asString()).isEqualTo(product.id());
    }

    @Test
    void countsTheWordsThatLedToAProductAndNothingElse() {
        var product = list(aProduct(ids.next(8), "Bánh pía"));
        var words = "banh pia ngon";
        look(product, "/search?q=" + encoded("0912 345 678"), port);
        look(product, "/search?q=" + encoded("cua ho khac"), port + 1);
        look(product, "/fairs?q=" + encoded("hoi cho"), port);
        look(product, "/search?stars=5&q=" + encoded(words), port);
        look(product, "/search?q=" + encoded(words), port);

        eventually(() -> assertThat(counted())
                .extracting(count -> count.getString("query"))
                .containsExactly(words));

        assertThat(counted().getFirst().keySet())
                .containsExactlyInAnyOrder("_id", "day", "query", "people", "expireAt");
        assertThat(counted().getFirst().getInteger("people"))
                .as("one person, twice")
                .isEqualTo(1);
        assertThat(suggested("banh pia").at("/queries")).as("of one person").isEmpty();
    }

    private void look(ProductRecord product, String from, int port) {
        web.get()
                .uri("/products/{slug}", product.slug())
                .header("Host", "127.0.0.1:" + this.port)
                .header("Referer", "http://127.0.0.1:" + port + from)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<Document> counted() {
        return requireNonNull(Flux.from(database.getCollection("searchCounts").find())
                .collectList()
                .block());
    }

    private JsonNode suggested(String typed) {
        return read(
                web.get()
                        .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/suggest?q=" + encoded(typed)))
                        .exchange(),
                HttpStatus.OK);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
