package vn.ocopmarket.storefront.shop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Recall;

/** The lots of the catalogue by hand, which are called back and closed as catalog-service does it. */
final class LotsByHand {

    /** What any file that is handed in is called. */
    static final String EVIDENCE = "e".repeat(64);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, LotRecord> lots = new ConcurrentHashMap<>();

    void put(LotRecord lot) {
        lots.put(lot.id(), lot);
    }

    String recalls() {
        return json.writeValueAsString(Map.of(
                "items",
                lots.values().stream().filter(lot -> lot.recall() != null).toList()));
    }

    String answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var lot = lots.get(path[4]);
        if (lot == null) {
            return "{\"items\":[]}";
        }
        var sent = exchange.getRequestBody().readAllBytes();
        return switch (path[path.length - 1]) {
            case "evidence" -> "{\"sha256\":\"" + EVIDENCE + "\",\"type\":\"application/pdf\"}";
            case "recalls" -> changed(lot, begun(json.readTree(sent)));
            case "closings" -> changed(lot, ended(Objects.requireNonNull(lot.recall()), json.readTree(sent)));
            default -> json.writeValueAsString(lot);
        };
    }

    private static Recall begun(JsonNode said) {
        return new Recall(said.at("/reason").asString(), text(said, "/advice"), null, Instant.now(), null);
    }

    private static Recall ended(Recall recall, JsonNode said) {
        var closing = new Closing(
                said.at("/evidence").asString(),
                said.at("/recovered").asLong(),
                null,
                text(said, "/document"),
                Instant.now());
        return new Recall(recall.reason(), recall.advice(), null, recall.startedAt(), closing);
    }

    private static @Nullable String text(JsonNode said, String where) {
        var value = said.at(where);
        return value.isMissingNode() ? null : value.asString();
    }

    private String changed(LotRecord lot, Recall recall) {
        var now = new LotRecord(
                lot.id(),
                lot.revision() + 1,
                lot.productId(),
                lot.sku(),
                lot.gtin(),
                lot.lot(),
                lot.producedOn(),
                lot.bestBefore(),
                lot.quantity(),
                lot.inputs(),
                lot.standards(),
                recall,
                lot.createdAt(),
                Instant.now());
        lots.put(now.id(), now);
        return json.writeValueAsString(now);
    }
}
