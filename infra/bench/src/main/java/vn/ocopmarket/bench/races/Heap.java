package vn.ocopmarket.bench.races;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What lies together of a SKU: one lot of one owner. In the order in which it leaves: what ends first, the producer's before the market's. */
enum Heap {
    LOT_CONSIGNED("L1", false),
    LOT_OWNED("L1", true),
    LOOSE_CONSIGNED("", false),
    LOOSE_OWNED("", true);

    private static final int KEEPS_DAYS = 400;
    private static final String OWNED = "OWNED";

    private final String lot;
    private final boolean owned;

    Heap(String lot, boolean owned) {
        this.lot = lot;
        this.owned = owned;
    }

    /** Whether the market bought it. */
    boolean isOwned() {
        return owned;
    }

    /** The fields by which the market knows it; who says of goods nothing means goods on consignment. */
    Map<String, Object> named() {
        var fields = new HashMap<String, Object>();
        if (!lot.isEmpty()) {
            fields.put("lot", lot);
        }
        if (owned) {
            fields.put("ownership", OWNED);
        }
        return fields;
    }

    /** The same, of goods that arrive. */
    Map<String, Object> arriving() {
        var fields = named();
        if (!lot.isEmpty()) {
            var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
            fields.put("bestBefore", today.plusDays(KEEPS_DAYS).toString());
        }
        return fields;
    }

    /** The heap that something in an answer is about. */
    static Heap of(JsonNode told) {
        var isLot = told.path("lot").isString();
        return switch (told.path("ownership").asString()) {
            case OWNED -> isLot ? LOT_OWNED : LOOSE_OWNED;
            case "CONSIGNED" -> isLot ? LOT_CONSIGNED : LOOSE_CONSIGNED;
            default -> throw new IllegalArgumentException("nobody owns " + told);
        };
    }
}
