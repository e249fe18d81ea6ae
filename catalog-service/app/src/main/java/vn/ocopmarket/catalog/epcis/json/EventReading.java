package vn.ocopmarket.catalog.epcis.json;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.epcis.EpcisEvent;
import vn.ocopmarket.catalog.epcis.EventProblem;
import vn.ocopmarket.catalog.epcis.domain.EpcKeys;
import vn.ocopmarket.contract.gs1.Gtin;

/** Takes from an event that the schema found right what it is looked up by. */
final class EventReading {

    private static final String CONTEXT = "@context";
    private static final List<String> LISTS = List.of("epcList", "childEPCs", "inputEPCList", "outputEPCList");
    private static final List<String> QUANTITIES =
            List.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList");
    private static final Set<String> LOT_NUMBERS = Set.of("cbvmda:lotNumber", "lotNumber", "gs1:hasBatchLotNumber");
    private static final Set<String> ADDED_HERE = Set.of("recordTime", "errorDeclaration", "eventID");

    private final JsonMapper sorted =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /** Keys of GS1 that are none: a wrong check digit is a wrong item. */
    List<EventProblem> wrongKeys(ObjectNode event, String pointer) {
        var problems = new ArrayList<EventProblem>();
        identifiers(event).forEach((at, identifier) -> {
            if (EpcKeys.of(identifier).isEmpty()) {
                problems.add(new EventProblem(pointer + at, "epc", identifier));
            }
        });
        return problems;
    }

    EpcisEvent event(ObjectNode event, @Nullable JsonNode context) {
        var body = event.deepCopy();
        ADDED_HERE.forEach(body::remove);
        if (context != null && !context.isString() && !body.has(CONTEXT)) {
            body.set(CONTEXT, context);
        }
        var digest = StableIds.sha256().digest(sorted.writeValueAsBytes(body));
        var declaration = event.get("errorDeclaration");
        return new EpcisEvent(
                id(event, digest),
                event.path("type").asString(),
                OffsetDateTime.parse(event.path("eventTime").asString()).toInstant(),
                event.path("eventTimeZoneOffset").asString(),
                text(event, "bizStep"),
                text(event, "disposition"),
                place(event),
                keys(event),
                sorted.writeValueAsString(body),
                HexFormat.of().formatHex(digest),
                declaration == null ? null : sorted.writeValueAsString(declaration));
    }

    /** An event without an id gets one that follows from what it says, so that sending it twice is recording it once. */
    private static String id(ObjectNode event, byte[] digest) {
        return event.has("eventID")
                ? event.path("eventID").asString()
                : "urn:uuid:"
                        + UUID.nameUUIDFromBytes(
                                HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
    }

    private static @Nullable String text(ObjectNode event, String field) {
        return event.path(field) instanceof StringNode text ? text.asString() : null;
    }

    private static @Nullable String place(ObjectNode event) {
        var readPoint = event.path("readPoint").path("id").asString("");
        var place = readPoint.isEmpty() ? event.path("bizLocation").path("id").asString("") : readPoint;
        return place.isEmpty() ? null : place;
    }

    private static Set<String> keys(ObjectNode event) {
        var keys = new LinkedHashSet<String>();
        identifiers(event).values().forEach(identifier -> EpcKeys.of(identifier).ifPresent(keys::addAll));
        event.path("ilmd").forEachEntry((name, value) -> {
            if (LOT_NUMBERS.contains(name) && value.isString()) {
                List.copyOf(keys).stream()
                        .filter(key -> key.matches("01:\\d{14}"))
                        .map(key -> EpcKeys.ofLot(new Gtin(key.substring(3)), value.asString()))
                        .forEach(keys::add);
            }
        });
        return keys;
    }

    /** By where they stand, as a pointer into the event. */
    private static Map<String, String> identifiers(ObjectNode event) {
        var found = new LinkedHashMap<String, String>();
        if (event.path("parentID").isString()) {
            found.put("/parentID", event.path("parentID").asString());
        }
        for (var list : LISTS) {
            var index = 0;
            for (var epc : event.path(list)) {
                found.put("/" + list + "/" + index++, epc.asString());
            }
        }
        for (var list : QUANTITIES) {
            var index = 0;
            for (var quantity : event.path(list)) {
                found.put(
                        "/" + list + "/" + index++ + "/epcClass",
                        quantity.path("epcClass").asString(""));
            }
        }
        return found;
    }
}
