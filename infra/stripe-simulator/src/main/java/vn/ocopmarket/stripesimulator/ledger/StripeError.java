package vn.ocopmarket.stripesimulator.ledger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in Stripe's shape. */
public final class StripeError extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String parameter;

    private StripeError(int status, String type, @Nullable String code, @Nullable String parameter, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.parameter = parameter;
    }

    public static StripeError invalid(String message, String parameter) {
        return new StripeError(400, INVALID_REQUEST, null, parameter, message);
    }

    public static StripeError refused(String code, String message, @Nullable String parameter) {
        return new StripeError(400, INVALID_REQUEST, code, parameter, message);
    }

    public static StripeError missing(String kind, String id) {
        return new StripeError(404, INVALID_REQUEST, "resource_missing", "id", "No such " + kind + ": '" + id + "'");
    }

    public static StripeError noSuchUrl(String method, String path) {
        return new StripeError(
                404, INVALID_REQUEST, null, null, "Unrecognized request URL (" + method + ": " + path + ").");
    }

    public static StripeError badKey() {
        return new StripeError(401, INVALID_REQUEST, null, null, "Invalid API Key provided: sk_test_****");
    }

    public static StripeError otherParameters(String key) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        + " Try using a key other than '" + key + "' if you meant to execute a different request.");
    }

    public static StripeError broken() {
        return new StripeError(500, "api_error", null, null, "An error on demand: nothing was done");
    }

    public int status() {
        return status;
    }

    public ObjectNode toBody() {
        var error = Json.object().put("type", type).put("message", getMessage());
        if (code != null) {
            error.put("code", code);
        }
        if (parameter != null) {
            error.put("param", parameter);
        }
        var body = Json.object();
        body.set("error", error);
        return body;
    }
}
