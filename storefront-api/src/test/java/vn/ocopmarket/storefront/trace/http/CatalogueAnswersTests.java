package vn.ocopmarket.storefront.trace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Input;
import vn.ocopmarket.contract.trace.LotRecord.Quantity;
import vn.ocopmarket.contract.trace.LotRecord.Recall;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.contract.trace.TraceRecord.Step;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.ProductFixture;

/** What the catalogue writes is what is read here. */
class CatalogueAnswersTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");
    private static final LotRecord LOT = new LotRecord(
            "0123456789abcd",
            3,
            "p1",
            "S1",
            new Gtin("09506000134352"),
            new LotNumber("L/2"),
            LocalDate.of(2026, 4, 12),
            LocalDate.of(2027, 6, 30),
            new Quantity(new BigDecimal("12.5"), "KGM"),
            List.of(new Input("Búp trà", null, "Tổ trồng trà", "B1")),
            List.of("TCVN 12827"),
            new Recall("Có dị vật", null, "12/QĐ", AT, new Closing("Biên bản", AT.plusSeconds(5))),
            AT,
            AT);

    @Test
    void readsTraces() {
        var trace = new TraceRecord(
                ProductFixture.aProduct("p1", "Trà").record(),
                null,
                "S1",
                LOT,
                List.of(new Step("e1", "ObjectEvent", AT, "+07:00", "packing", null, null, false)));
        var server = answering(200, JSON.writeValueAsString(trace));

        new HttpTraces(WebClient.builder(), settings(server), JSON)
                .behind(DigitalLink.of(new Gtin("09506000134352"), new LotNumber("L/2")))
                .as(StepVerifier::create)
                .expectNext(trace)
                .verifyComplete();
        server.disposeNow();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var server = answering(404, "{}");

        new HttpTraces(WebClient.builder(), settings(server), JSON)
                .ofLot("0123456789abcd")
                .as(StepVerifier::create)
                .verifyComplete();
        server.disposeNow();
    }

    @Test
    void readsLotsOfAProduct() {
        var server = answering(200, JSON.writeValueAsString(Map.of("items", List.of(LOT))));

        new HttpProductLots(WebClient.builder(), settings(server), JSON)
                .newest("p1", 6)
                .as(StepVerifier::create)
                .assertNext(lot -> assertThat(lot).isEqualTo(LOT))
                .verifyComplete();
        server.disposeNow();
    }

    private static BrowseSettings settings(DisposableServer server) {
        return new BrowseSettings(
                List.of(),
                "products",
                Duration.ofSeconds(5),
                URI.create("http://127.0.0.1:" + server.port()),
                Duration.ofSeconds(20));
    }

    private static DisposableServer answering(int status, String body) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((_, response) -> response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(body)))
                .bindNow();
    }
}
