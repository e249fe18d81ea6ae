package vn.ocopmarket.bench.races;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An order as its buyer and the clerk must see it.
 *
 * @param goods that it has, without what was taken out
 * @param checkout the answer that it was made with
 * @param takenOut dong that what was taken out cost
 */
record KnownOrder(Goods goods, JsonNode checkout, State state, long takenOut) {

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

    /** What the page asks for: what was paid before stays so, and goes back. */
    long payable() {
        return isByCard() ? total() : total() - takenOut;
    }

    String api(String rest) {
        return Shop.order(checkout, rest);
    }

    KnownOrder with(State next) {
        return new KnownOrder(goods, checkout, next, takenOut);
    }

    KnownOrder without(Goods some, long worth) {
        return new KnownOrder(goods.without(some), checkout, state, takenOut + worth);
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

    /** Whether so many units may be taken out: some have to stay, else it would be cancelled. */
    boolean mayLose(Map<String, Long> units) {
        var number = units.values().stream().mapToLong(Long::longValue).sum();
        return state == State.CONFIRMED && goods.has(units) && number < goods.number();
    }
}
