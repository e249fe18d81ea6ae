package vn.ocopmarket.stripesimulator;

import tools.jackson.databind.JsonNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Whole numbers in parameters, and what amounts in dong a card takes. */
final class Amounts {

    /** The dong has no smaller unit; the least is about half a dollar. */
    static final long LEAST = 13_000;

    static final long MOST = 99_999_999;

    private Amounts() {}

    static long whole(JsonNode parameters, String name) {
        try {
            return Long.parseLong(Json.text(parameters, name));
        } catch (NumberFormatException _) {
            throw StripeError.refused("parameter_invalid_integer", "Invalid integer: " + name, name);
        }
    }

    static void requireChargeable(long amount) {
        if (amount < LEAST) {
            throw StripeError.refused("amount_too_small", "Amount must convert to at least 50 cents.", "amount");
        }
        if (amount > MOST) {
            throw StripeError.refused("amount_too_large", "Amount must be no more than ₫99,999,999.", "amount");
        }
    }
}
