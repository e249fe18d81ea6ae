package vn.ocopmarket.bench.races;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An order as its buyer and the clerk must see it.
 *
 * @param lines units by SKU
 * @param checkout the answer that it was made with
 */
record KnownOrder(Map<String, Long> lines, JsonNode checkout, State state) {

    KnownOrder {
        lines = Map.copyOf(lines);
    }

    /** What may be done next depends on it. */
    enum State {
        AWAITING_MONEY,
        CONFIRMED,
        PACKED,
        HANDED_OVER,
        DELIVERED,
        CANCELLED
    }

    /** Something that somebody tries. */
    enum Move {
        PAY,
        CANCEL,
        PACK,
        HAND_OVER,
        DELIVER
    }

    boolean isByCard() {
        return checkout.at("/payment/method").asString().equals("card");
    }

    String id() {
        return checkout.at("/order/id").asString();
    }

    long total() {
        return checkout.at("/order/total/amount").asLong();
    }

    String api(String rest) {
        return Shop.order(checkout, rest);
    }

    KnownOrder with(State next) {
        return new KnownOrder(lines, checkout, next);
    }

    /** The state afterwards; the same one when the move is to be refused. */
    State after(Move move) {
        return switch (move) {
            case PAY -> state == State.AWAITING_MONEY ? State.CONFIRMED : state;
            case CANCEL -> state == State.AWAITING_MONEY || state == State.CONFIRMED ? State.CANCELLED : state;
            case PACK -> state == State.CONFIRMED ? State.PACKED : state;
            case HAND_OVER -> state == State.PACKED ? State.HANDED_OVER : state;
            case DELIVER -> state == State.HANDED_OVER ? State.DELIVERED : state;
        };
    }

    /** What was just done may be said again. */
    boolean isRefused(Move move) {
        var isSaidAgain = switch (move) {
            case PAY -> false;
            case CANCEL -> state == State.CANCELLED;
            case PACK -> state == State.PACKED;
            case HAND_OVER -> state == State.HANDED_OVER;
            case DELIVER -> state == State.DELIVERED;
        };
        return after(move) == state && !isSaidAgain;
    }
}
