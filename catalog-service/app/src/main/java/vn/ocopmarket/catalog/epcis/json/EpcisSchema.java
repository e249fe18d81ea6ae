package vn.ocopmarket.catalog.epcis.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.epcis.EventProblem;

/** GS1's own JSON schema of EPCIS 2.0, which ships with the service. */
final class EpcisSchema {

    private static final String FILE = "EPCIS-JSON-Schema.json";
    private static final String OTHER = "Extended-Event";
    private static final int MOST_OF_ONE_EVENT = 5;
    private static final int LONGEST_MESSAGE = 300;

    private final Schema document;
    private final Map<String, Schema> events;

    private EpcisSchema(Schema document, Map<String, Schema> events) {
        this.document = document;
        this.events = Map.copyOf(events);
    }

    static EpcisSchema load(JsonMapper json) {
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemaRegistryConfig(config));
        var whole = read(json);
        Function<String, Schema> part = name -> registry.getSchema(part(json, whole, name));
        return new EpcisSchema(
                part.apply("epcisDocument"),
                Stream.of(
                                "ObjectEvent",
                                "AggregationEvent",
                                "TransactionEvent",
                                "TransformationEvent",
                                "AssociationEvent",
                                OTHER)
                        .collect(Collectors.toMap(Function.identity(), part)));
    }

    /** What is wrong with a document, apart from its events. */
    List<EventProblem> ofDocument(JsonNode frame) {
        return problems(document.validate(frame), "");
    }

    /** What is wrong with an event; each kind is held against its own part of the schema, so that few things are said twice. */
    List<EventProblem> ofEvent(String type, JsonNode event, String pointer) {
        var schema = Objects.requireNonNull(events.getOrDefault(type, events.get(OTHER)));
        return problems(schema.validate(event), pointer);
    }

    private static List<EventProblem> problems(List<Error> errors, String pointer) {
        return errors.stream()
                .map(error -> new EventProblem(
                        pointer + error.getInstanceLocation(), "schema", shortened(error.getMessage())))
                .distinct()
                .limit(MOST_OF_ONE_EVENT)
                .toList();
    }

    /** Some messages list every word of a vocabulary. */
    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + '…';
    }

    private static JsonNode part(JsonMapper json, JsonNode whole, String name) {
        var part = json.createObjectNode();
        part.put("$schema", whole.get("$schema").asString());
        part.putArray("allOf").addObject().put("$ref", "#/definitions/" + name);
        part.set("definitions", whole.get("definitions"));
        return part;
    }

    private static JsonNode read(JsonMapper json) {
        try (var stream = Objects.requireNonNull(EpcisSchema.class.getResourceAsStream(FILE))) {
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
