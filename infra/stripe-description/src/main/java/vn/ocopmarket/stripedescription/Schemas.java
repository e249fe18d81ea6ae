package vn.ocopmarket.stripedescription;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of the description, in the words of JSON Schema. */
final class Schemas {

    private static final String THERE = "#/components/schemas/";
    private static final String HERE = "#/$defs/";
    private static final String OPEN = "x-stripeBypassValidation";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final ObjectNode schemas = Documents.object();
    private final String version;

    Schemas(JsonNode document) {
        this.version = document.path("info").path("version").asString();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.set(schema.getKey(), prepared(schema.getValue())));
    }

    String version() {
        return version;
    }

    static ObjectNode reference(String name) {
        return Documents.object().put("$ref", HERE + name);
    }

    boolean knows(String name) {
        return schemas.has(name);
    }

    /** What a reference refers to; everything else is itself. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(HERE.length()));
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Schemas::describe)
                .distinct()
                .toList();
    }

    private Schema compile(JsonNode schema) {
        var whole = Documents.object();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", schemas);
        return registry.getSchema(whole);
    }

    private static String describe(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    /**
     * A copy in which objects are closed, what may be null says so as JSON Schema does, and lists of words are left open
     * where Stripe says that they are not to be held against anybody.
     */
    JsonNode prepared(JsonNode schema) {
        if (schema.isArray()) {
            var copy = Documents.JSON.createArrayNode();
            schema.forEach(one -> copy.add(prepared(one)));
            return copy;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        var copy = Documents.object();
        object.properties().forEach(entry -> copy.set(entry.getKey(), prepared(entry.getValue())));
        if (copy.path("$ref").asString("") instanceof String reference && reference.startsWith(THERE)) {
            copy.put("$ref", HERE + reference.substring(THERE.length()));
        }
        if (copy.path(OPEN).asBoolean(false)) {
            copy.remove("enum");
            copy.remove(OPEN);
        }
        if (copy.path("properties").isObject() && !copy.has("additionalProperties") && isSchema(copy)) {
            copy.put("additionalProperties", false);
        }
        return copy.path("nullable").asBoolean(false) ? orNull(copy) : copy;
    }

    /** Not a group of fields of which one is called "properties". */
    private static boolean isSchema(ObjectNode object) {
        return object.path("type").asString("").equals("object");
    }

    private static ObjectNode orNull(ObjectNode schema) {
        schema.remove("nullable");
        var either = Documents.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
