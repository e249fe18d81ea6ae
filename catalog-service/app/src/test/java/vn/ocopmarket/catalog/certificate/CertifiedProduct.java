package vn.ocopmarket.catalog.certificate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/** Products with one certificate each, made over HTTP. */
public final class CertifiedProduct {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private CertifiedProduct() {}

    /**
     * @param officer of the province
     * @param decision also the certificate's number
     */
    public static ProductRecord make(WebTestClient officer, String province, String decision, String issuedOn) {
        var number = NUMBERS.incrementAndGet();
        var producer = read(
                officer,
                "/api/v1/producers",
                Map.of("name", "HTX Gia Lào " + number, "province", province),
                ProducerRecord.class);
        var price = Map.of("amount", 50_000, "currency", "VND");
        var variants = List.of(Map.of("sku", "CP-" + number, "label", "Gói", "price", price));
        var draft = Map.of(
                "name",
                "Tiêu " + number,
                "producerId",
                producer.id(),
                "province",
                province,
                "group",
                "13",
                "variants",
                variants);
        var product = read(officer, "/api/v1/products", draft, ProductRecord.class);
        return read(
                officer,
                "/api/v1/products/" + product.id() + "/certificates",
                Map.of("decision", decision, "issuedOn", issuedOn, "stars", 4, "issuedBy", "UBND tỉnh"),
                ProductRecord.class);
    }

    private static <T> T read(WebTestClient who, String path, Map<String, Object> body, Class<T> type) {
        return Objects.requireNonNull(who.post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }
}
