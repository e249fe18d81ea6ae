package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * What the buyer shows to collect an order.
 *
 * @param code unguessable, for people to read out; works once
 * @param endsAt from when on staff may end the order, because nobody came
 * @param remindedAt null while the buyer was not reminded
 * @param used null while nobody collected the order
 */
public record PickupTicket(
        String code,
        Instant readyAt,
        Instant endsAt,
        @Nullable Instant remindedAt,
        @Nullable Use used) {

    /** Letters and digits of a code. */
    public static final int LENGTH = 8;

    /**
     * How it was collected.
     *
     * @param key under which it was asked for, so that asking again is told the same
     * @param by account of who handed it over
     * @param identityChecked whether that person looked at an identity card
     * @param cash what was taken for it
     * @param withoutCode why it was handed over to somebody who had no code; null when the code was shown
     */
    public record Use(
            String key,
            Instant at,
            String by,
            boolean identityChecked,
            Money cash,
            @Nullable String withoutCode) {}

    public static PickupTicket of(String code, Instant readyAt, Instant endsAt) {
        return new PickupTicket(code.toUpperCase(Locale.ROOT), readyAt, endsAt, null, null);
    }

    /** As it is printed, in two groups. */
    public String spaced() {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** What somebody typed, without what surrounds it and with the letters that a code has not put right. */
    public static String typed(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    public PickupTicket reminded(Instant at) {
        return new PickupTicket(code, readyAt, endsAt, at, used);
    }

    public PickupTicket collected(Use use) {
        return new PickupTicket(code, readyAt, endsAt, remindedAt, use);
    }
}
