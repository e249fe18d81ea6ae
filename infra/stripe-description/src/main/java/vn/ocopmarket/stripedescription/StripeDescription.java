package vn.ocopmarket.stripedescription;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's own OpenAPI description, cut down to what is used here. It is stricter than its text in one thing: an object
 * with named fields has no others, as Stripe itself refuses parameters that it does not know.
 */
public final class StripeDescription {

    private final Schemas schemas;
    private final Operations operations;

    private StripeDescription(Schemas schemas, Operations operations) {
        this.schemas = schemas;
        this.operations = operations;
    }

    /** The one that ships with this module. */
    public static StripeDescription load() {
        var document = Documents.read("stripe-openapi.json");
        return new StripeDescription(new Schemas(document), new Operations(document.path("paths")));
    }

    /** Of the API it describes, a date. */
    public String version() {
        return schemas.version();
    }

    /** What is wrong with a request; empty when nothing is. */
    public List<String> faultsOfRequest(String method, String path, String parameters) {
        var operation = operations.find(method, path);
        if (operation.isMissingNode()) {
            return List.of("Stripe has no " + method + " " + path);
        }
        var wanted = schemas.prepared(Operations.parameters(operation));
        var given = new FormValues(schemas).typed(FormTree.parse(parameters), wanted);
        return schemas.faults(wanted, given);
    }

    /** What is wrong with an answer; empty when nothing is. */
    public List<String> faultsOfAnswer(String method, String path, int status, String body) {
        var answers = operations.find(method, path).path("responses");
        var exact = answers.path(Integer.toString(status));
        var answer = exact.isMissingNode() ? answers.path("default") : exact;
        // Stripe says "no such URL" in the shape of every other error.
        var schema = answers.isMissingNode() ? Schemas.reference("error") : Operations.body(answer);
        return schemas.faults(schemas.prepared(schema), Documents.parse(body));
    }

    /** What is wrong with an event as webhooks carry it, and with the object in it; empty when nothing is. */
    public List<String> faultsOfEvent(String body) {
        var event = Documents.parse(body);
        var faults = schemas.faults(Schemas.reference("event"), event);
        return faults.isEmpty() ? faultsOfObject(event.path("data").path("object")) : faults;
    }

    /** By the name that the object gives itself. */
    private List<String> faultsOfObject(JsonNode object) {
        var name = object.path("object").asString("");
        return schemas.knows(name)
                ? schemas.faults(Schemas.reference(name), object)
                : List.of("Stripe has no object " + name);
    }
}
