package vn.ocopmarket.catalog.epcis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.catalog.epcis.EpcisEvent;
import vn.ocopmarket.catalog.epcis.EventProblem;

class EventDocumentsTests {

    static final String EXAMPLES = "/2.0/EPCIS/JSON/Capture/";

    /** Those whose events are word for word the ones of github.com/gs1/EPCIS, folder JSON. */
    static final List<String> PUBLISHED = List.of(
            "Documents/ObjectEvent.json",
            "Documents/ObjectEvent_with_comment.json",
            "Documents/ObjectEvent_with_digitalLink.json",
            "Documents/ObjectEvent_with_error_declaration.json",
            "Documents/ObjectEvent_with_persistentDisposition.json",
            "Documents/ObjectEvent_with_sensorData.json",
            "Documents/SensorData_and_extension.json",
            "Documents/AggregationEvent.json",
            "Documents/AggregationEvent_with_digitalLink.json",
            "Documents/AggregationEvent_with_sensorData.json",
            "Documents/AssociationEvent_2.json",
            "Documents/AssociationEvent_with_sensorData.json",
            "Documents/TransactionEvent.json",
            "Documents/TransformationEvent.json",
            "Documents/TransformationEvent_all_possible_fields.json",
            "Documents/TransformationEvent_with_digitalLink.json",
            "Documents/TransformationEvent_with_error_declaration.json");

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonEventDocuments documents = new JsonEventDocuments();

    static Stream<String> published() {
        return PUBLISHED.stream();
    }

    private static byte[] example(String name) {
        try (var stream =
                Objects.requireNonNull(EventDocumentsTests.class.getResourceAsStream(EXAMPLES + name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void readsWhatTheStandardPublishes(String name) {
        var reading = documents.read(example(name));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.events())
                .isNotEmpty()
                .allMatch(event -> !event.keys().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Documents/AssociationEvent.json",
                "Documents/AssociationEvent_all_possible_fields.json",
                "Documents/JumbledFieldsOrder.json",
                "Documents/Namespaces_at_different_level.json",
                "Events/AggregationEvent.json",
                "Events/AssociationEvent.json",
                "Events/ObjectEvent.json",
                "Events/TransactionEvent.json",
                "Events/TransformationEvent.json"
            })
    void readsWhatOthersSend(String name) {
        assertThat(documents.read(example(name)).problems()).isEmpty();
    }

    @Test
    void findsAnItemWhateverItWasCalled() {
        var urn = only(example("Documents/ObjectEvent.json")).keys();

        assertThat(urn).contains("01:10614141073464", "01:10614141073464:21:2017");
    }

    @Test
    void theOrderOfFieldsMakesNoOtherEvent() {
        var one = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"ObjectEvent",
                "eventTime":"2026-11-20T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"OBSERVE","epcList":[]}""";
        var other = """
                {"epcList":[],"action":"OBSERVE","eventTimeZoneOffset":"+07:00","type":"ObjectEvent",
                "eventTime":"2026-11-20T07:00:00+07:00","recordTime":"2026-11-21T00:00:00Z",
                "@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"]}""";

        assertThat(only(utf8(one)).id()).isEqualTo(only(utf8(other)).id()).startsWith("urn:uuid:");
    }

    @Test
    void tellsWhereInTheDocumentSomethingIsWrong() {
        var document = (ObjectNode) JSON.readTree(example("Documents/ObjectEvent.json"));
        ((ObjectNode) document.at("/epcisBody/eventList/1")).put("bizStep", "flying");

        var reading = documents.read(JSON.writeValueAsBytes(document));

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.pointer().equals("/epcisBody/eventList/1/bizStep"));
    }

    @Test
    void aLargeDocumentIsReadEventByEvent() {
        var event = JSON.readTree(example("Documents/ObjectEvent.json")).at("/epcisBody/eventList/1");
        var document = (ObjectNode) JSON.readTree(example("Documents/ObjectEvent.json"));
        var list = ((ObjectNode) document.get("epcisBody")).putArray("eventList");
        for (int i = 0; i < 2_000; i++) {
            list.add(((ObjectNode) event.deepCopy())
                    .put("eventID", "urn:uuid:00000000-0000-4000-8000-%012d".formatted(i)));
        }

        assertThat(documents.read(JSON.writeValueAsBytes(document)).events()).hasSize(2_000);
    }

    private EpcisEvent only(byte[] content) {
        var reading = documents.read(content);
        assertThat(reading.problems()).isEmpty();
        return reading.events().getFirst();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Published documents, each made wrong in one way: what is wrong and the document. */
    static Map<String, byte[]> wrongOnes() {
        var all = new LinkedHashMap<String, byte[]>();
        for (var kind : List.of("Object", "Aggregation", "Transaction", "Transformation")) {
            var name = "Documents/" + kind + "Event.json";
            Stream.of("eventTime", "eventTimeZoneOffset", "type")
                    .forEach(field -> wrong(all, kind + " without " + field, name, event -> event.remove(field)));
            if (!kind.equals("Transformation")) {
                wrong(all, kind + " without action", name, event -> event.remove("action"));
                Stream.of("CREATE", "add", "")
                        .forEach(value ->
                                wrong(all, kind + " action " + value, name, event -> event.put("action", value)));
            }
            Stream.of("20261120", "2026-11-20", "2026-11-20T07:00:00", "2026-13-01T00:00:00Z", "yesterday", "")
                    .forEach(
                            value -> wrong(all, kind + " time " + value, name, event -> event.put("eventTime", value)));
            Stream.of("7", "+7:00", "+25:00", "0700", "Z", "")
                    .forEach(value -> wrong(
                            all, kind + " offset " + value, name, event -> event.put("eventTimeZoneOffset", value)));
            Stream.of("flying", "SHIPPING", "urn:epcglobal:cbv:bizstep:shipping")
                    .forEach(value -> wrong(all, kind + " step " + value, name, event -> event.put("bizStep", value)));
            wrong(all, kind + " disposition", name, event -> event.put("disposition", "eaten"));
            wrong(all, kind + " type", name, event -> event.put("type", kind));
            wrong(all, kind + " unknown field", name, event -> event.put("flavour", "sweet"));
            wrong(all, kind + " number as time", name, event -> event.put("eventTime", 20261120));
            wrong(all, kind + " read point", name, event -> event.put("readPoint", "gate"));
            wrong(all, kind + " event id", name, event -> event.put("eventID", "not an id"));
            wrong(all, kind + " error declaration", name, event -> event.putObject("errorDeclaration"));
            wrong(
                    all,
                    kind + " error reason",
                    name,
                    event -> event.putObject("errorDeclaration")
                            .put("declarationTime", "2026-11-20T07:00:00Z")
                            .put("reason", "because"));
            wrong(
                    all,
                    kind + " source",
                    name,
                    event -> event.putArray("sourceList").addObject().put("type", "who"));
        }
        wrongKeys(all);
        wrongFrames(all);
        return all;
    }

    private static void wrongKeys(Map<String, byte[]> all) {
        var keys = List.of(
                "urn:epc:id:sgtin:0614141.10734.2017",
                "urn:epc:id:sgtin:0614141.1073460.2017",
                "urn:epc:id:sgtin:061414.107346.2017",
                "urn:epc:id:sgtin:0614141.107346",
                "urn:epc:id:sgtin:0614141.107346.",
                "urn:epc:id:sgtin:06141X1.107346.1",
                "urn:epc:class:lgtin:0614141.107346",
                "urn:epc:class:lgtin:4012345.01111.4444",
                "urn:epc:idpat:sgtin:4012345.06666.*",
                "https://id.gs1.org/01/09506000134353/21/1",
                "https://id.gs1.org/01/0950600013435/21/1",
                "https://id.gs1.org/01/09506000134352/21/1/10/A",
                "https://example.com/01/09506000134352/10/" + "A".repeat(21),
                "https://example.com/01/09506000134352/10/A%20B",
                "no identifier at all",
                "");
        for (var key : keys) {
            wrong(
                    all,
                    "epcList " + key,
                    "Documents/ObjectEvent.json",
                    event -> event.putArray("epcList").add(key));
            wrong(
                    all,
                    "childEPCs " + key,
                    "Documents/AggregationEvent.json",
                    event -> event.putArray("childEPCs").add(key));
            wrong(
                    all,
                    "output " + key,
                    "Documents/TransformationEvent.json",
                    event -> event.putArray("outputEPCList").add(key));
            wrong(
                    all,
                    "class " + key,
                    "Documents/TransformationEvent.json",
                    event -> event.putArray("inputQuantityList")
                            .addObject()
                            .put("epcClass", key)
                            .put("quantity", 1));
        }
        Stream.of("kilogram", "kg", "K")
                .forEach(unit -> wrong(
                        all,
                        "unit " + unit,
                        "Documents/TransformationEvent.json",
                        event -> event.putArray("inputQuantityList")
                                .addObject()
                                .put("epcClass", "urn:epc:class:lgtin:4012345.011111.4444")
                                .put("uom", unit)));
    }

    private static void wrongFrames(Map<String, byte[]> all) {
        Stream.of("@context", "schemaVersion", "creationDate", "epcisBody")
                .forEach(field -> frame(all, "document without " + field, document -> document.remove(field)));
        frame(all, "document body", document -> document.putObject("epcisBody"));
        frame(all, "document list", document -> document.putObject("epcisBody").put("eventList", "none"));
        frame(all, "document date", document -> document.put("creationDate", "today"));
        frame(all, "document extra", document -> document.put("extra", 1));
        frame(all, "document type", document -> document.put("type", "Document"));
        frame(
                all,
                "event no object",
                document ->
                        document.putObject("epcisBody").putArray("eventList").add(7));
        for (var text :
                List.of("", "[]", "7", "null", "{", "{}", "{\"type\":", "<xml/>", "{\"type\":\"ObjectEvent\"}")) {
            all.put("text " + text, utf8(text));
        }
        var right = new String(example("Documents/ObjectEvent.json"), StandardCharsets.UTF_8);
        all.put("cut off", utf8(right.substring(0, right.length() / 2)));
        all.put("more after the end", utf8(right + "{}"));
        all.put("field twice", utf8(right.replaceFirst("\\{", "{\"type\":\"EPCISDocument\",")));
        all.put("deeply nested", utf8("{\"type\":" + "[".repeat(2_000)));
    }

    private static void wrong(Map<String, byte[]> all, String what, String name, Consumer<ObjectNode> change) {
        var document = (ObjectNode) JSON.readTree(example(name));
        change.accept((ObjectNode) document.at("/epcisBody/eventList/0"));
        all.put(what, JSON.writeValueAsBytes(document));
    }

    private static void frame(Map<String, byte[]> all, String what, Consumer<ObjectNode> change) {
        var document = (ObjectNode) JSON.readTree(example("Documents/ObjectEvent.json"));
        change.accept(document);
        all.put(what, JSON.writeValueAsBytes(document));
    }

    @Test
    void refusesEveryWrongOneWithAReason() {
        var passed = new ArrayList<String>();
        var wrong = wrongOnes();
        wrong.forEach((what, content) -> {
            var problems = documents.read(content).problems();
            if (problems.isEmpty() || problems.stream().anyMatch(EventDocumentsTests::saysNothing)) {
                passed.add(what + ": " + problems);
            }
        });

        assertThat(passed).isEmpty();
        assertThat(wrong).hasSizeGreaterThan(200);
    }

    private static boolean saysNothing(EventProblem problem) {
        return problem.code().isBlank()
                || problem.code().equals("schema") && problem.detail().isBlank();
    }
}
