package vn.ocopmarket.catalog.epcis.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.catalog.epcis.EpcisEvent;
import vn.ocopmarket.catalog.epcis.EventDocuments;
import vn.ocopmarket.catalog.epcis.EventProblem;

/**
 * Reads a document twice: first its frame, whose context the events need, then one event after the other, so that a large
 * document is never held as a tree.
 */
@Component
class JsonEventDocuments implements EventDocuments {

    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_PROBLEMS = 100;
    private static final String BODY = "epcisBody";
    private static final String LIST = "eventList";

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final EpcisSchema schema = EpcisSchema.load(json);
    private final EventReading eventReading = new EventReading();

    @Override
    public Reading read(byte[] content) {
        var problems = new ArrayList<EventProblem>();
        var events = new ArrayList<EpcisEvent>();
        try {
            var frame = frame(content);
            if (frame.path("type").asString("").equals("EPCISDocument")) {
                problems.addAll(schema.ofDocument(frame));
                if (problems.isEmpty()) {
                    eachEvent(content, frame.get("@context"), events, problems);
                }
            } else {
                single(frame, events, problems);
            }
        } catch (JacksonException malformed) {
            problems.add(new EventProblem("", "malformed", position(malformed)));
        }
        return new Reading(events, problems);
    }

    private void single(ObjectNode event, List<EpcisEvent> events, List<EventProblem> problems) {
        if (event.has("@context")) {
            one(event, null, "", events, problems);
        } else {
            problems.add(new EventProblem("/@context", "context", ""));
        }
    }

    private void one(
            JsonNode event,
            @Nullable JsonNode context,
            String pointer,
            List<EpcisEvent> events,
            List<EventProblem> problems) {
        if (!(event instanceof ObjectNode object)) {
            problems.add(new EventProblem(pointer, "no-event", ""));
            return;
        }
        var wrong = schema.ofEvent(object.path("type").asString(""), object, pointer);
        if (wrong.isEmpty()) {
            wrong = eventReading.wrongKeys(object, pointer);
        }
        if (wrong.isEmpty()) {
            events.add(eventReading.event(object, context));
        }
        problems.addAll(wrong);
    }

    /** Everything but the events. */
    private ObjectNode frame(byte[] content) {
        try (var parser = json.createParser(content)) {
            var frame = json.createObjectNode();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return frame;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var body = parser.nextToken() == JsonToken.START_OBJECT && name.equals(BODY);
                frame.set(name, body ? body(parser) : parser.readValueAsTree());
            }
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "More after the end");
            }
            return frame;
        }
    }

    private ObjectNode body(JsonParser parser) {
        var body = json.createObjectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(LIST)) {
                parser.skipChildren();
                body.putArray(LIST);
            } else {
                body.set(name, parser.readValueAsTree());
            }
        }
        return body;
    }

    private void eachEvent(byte[] content, JsonNode context, List<EpcisEvent> events, List<EventProblem> problems) {
        try (var parser = json.createParser(content)) {
            var inBody = false;
            while (!(inBody && LIST.equals(parser.currentName()) && parser.currentToken() == JsonToken.START_ARRAY)) {
                var token = parser.nextToken();
                var depth = parser.streamReadContext().getNestingDepth();
                if (token == JsonToken.START_OBJECT && BODY.equals(parser.currentName()) && depth == 2) {
                    inBody = true;
                } else if (!inBody && depth == 2 && token.isStructStart()) {
                    parser.skipChildren();
                }
            }
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                var pointer = "/" + BODY + "/" + LIST + "/" + index;
                if (index == MOST_EVENTS || problems.size() >= MOST_PROBLEMS) {
                    problems.add(new EventProblem(pointer, "too-many", String.valueOf(MOST_EVENTS)));
                    return;
                }
                one(parser.readValueAsTree(), context, pointer, events, problems);
            }
        }
    }

    private static String position(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null ? "" : location.getLineNr() + ":" + location.getColumnNr();
    }
}
