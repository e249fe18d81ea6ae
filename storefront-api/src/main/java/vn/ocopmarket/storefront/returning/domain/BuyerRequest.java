package vn.ocopmarket.storefront.returning.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something a buyer asks for.
 *
 * @param id follows from the order's and from how many requests it had: two that are made at once cannot both be the next
 * @param number for people
 * @param locations where the goods of the order came from; their staff decide
 * @param steps what happened, in its order, the first is the asking
 * @param receptions what came back, parcel by parcel
 * @param trouble why it does not go on by itself; null when it does
 */
public record BuyerRequest(
        String id,
        String orderId,
        String number,
        Kind kind,
        RequestState state,
        Wish wish,
        Set<String> locations,
        List<Step> steps,
        List<Reception> receptions,
        @Nullable String trouble) {

    /** The trouble of what was tried too often: nobody knows how far it is. */
    public static final String FAILED = "FAILED";

    public BuyerRequest {
        locations = Set.copyOf(locations);
        steps = List.copyOf(steps);
        receptions = List.copyOf(receptions);
    }

    /** What may be asked for. */
    public enum Kind {
        /** To send goods back for their money. */
        RETURN,
        /** To end an order that is packed and has not left. */
        CANCEL,
        /** To take units out of an order before they are packed, which nobody has to agree to. */
        DROP
    }

    /**
     * What is asked for.
     *
     * @param key chosen by who asks; the same again is the same request
     * @param lines of a return, or of what is taken out of the order; else none
     * @param reason one of the list
     * @param language of the buyer
     */
    public record Wish(
            String key,
            List<Line> lines,
            String reason,
            @Nullable String note,
            String language) {

        public Wish {
            lines = List.copyOf(lines);
        }
    }

    /** So many units of a line of the order. */
    public record Line(String sku, String name, long units) {}

    /**
     * Something that happened to it.
     *
     * @param by the account of staff; null for the buyer and for what happens by itself
     * @param words to the buyer, or null
     * @param reference of the transfer by which somebody sent the money; null when nobody did
     */
    public record Step(
            RequestState to,
            Instant at,
            @Nullable String by,
            @Nullable String words,
            @Nullable String reference) {

        /** Without money that somebody sent. */
        public Step(RequestState to, Instant at, @Nullable String by, @Nullable String words) {
            this(to, at, by, words, null);
        }
    }

    /** Units of a SKU that it is about. */
    public long units(String sku) {
        return wish.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToLong(Line::units)
                .sum();
    }

    /** Units of a SKU whose money this request still has to bring back; none when it is closed. */
    public long awaited(String sku) {
        return state.isOpen() ? units(sku) - units(sku, settled()) : 0;
    }

    /** Whether all that was asked for is here. */
    public boolean isWhole() {
        return wish.lines().stream().allMatch(line -> units(line.sku(), receptions) >= units(line.sku()));
    }

    /** What came with the parcel that was received under a key; empty when none was. */
    public Optional<Reception> receptionOf(String key) {
        return receptions.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** All but the one that is being put away. */
    private List<Reception> settled() {
        return state == RequestState.RECEIVED ? receptions.subList(0, receptions.size() - 1) : receptions;
    }

    private static long units(String sku, List<Reception> receptions) {
        return receptions.stream()
                .mapToLong(each -> each.units().getOrDefault(sku, 0L))
                .sum();
    }

    /** What somebody may do about it now; an order is being cancelled, or changed, as soon as that was agreed to. */
    public Set<RequestState> allowed() {
        return switch (kind) {
            case DROP -> Set.of();
            case CANCEL -> state == RequestState.APPROVED ? Set.of() : state.allowed();
            case RETURN ->
                state.allowed().stream()
                        .filter(next -> next != RequestState.DROPPED)
                        .collect(Collectors.toSet());
        };
    }

    /** Whether it got stuck where its money was to go back, which may be done in another way. */
    public boolean isStuckAtItsMoney() {
        var isOfMoney = state == RequestState.RECEIVED || kind == Kind.DROP && state == RequestState.APPROVED;
        return isOfMoney && trouble != null;
    }

    /** So many units of each SKU that it is about. */
    public Map<String, Long> units() {
        return wish.lines().stream().collect(Collectors.toMap(Line::sku, Line::units, Math::addExact));
    }

    /** What was said at the last step; null when nothing was. */
    public @Nullable String lastWords() {
        return steps.getLast().words();
    }

    /** Who was the last of the staff to have a hand in it. */
    public String decidedBy() {
        return lastOfStaff().map(Step::by).orElse("");
    }

    /** Whether this, by this account and in these words, is the last that staff did about it. */
    public boolean wasLastDecided(RequestState to, String by, @Nullable String words) {
        return lastOfStaff()
                .filter(step -> step.to() == to && by.equals(step.by()) && Objects.equals(words, step.words()))
                .isPresent();
    }

    private Optional<Step> lastOfStaff() {
        return steps.reversed().stream().filter(step -> step.by() != null).findFirst();
    }
}
