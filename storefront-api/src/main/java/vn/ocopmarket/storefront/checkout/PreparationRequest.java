package vn.ocopmarket.storefront.checkout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/**
 * What a buyer asks for at the checkout, as it was filled in.
 *
 * @param key the idempotency key: chosen by the caller, the same at every try of the same checkout
 * @param expectedTotal what the buyer was shown, less what vouchers take off
 * @param goodsWillDo whether that may be of the goods alone, as of a buyer who was told no fee; else it is with delivery
 * @param confirmations what the buyer confirmed, such as {@code age-18}
 * @param vouchers codes as the buyer typed them; kept as they are stored, each once
 * @param locale in which the buyer reads
 */
public record PreparationRequest(
        String key,
        String cartId,
        Person contact,
        Destination delivery,
        PaymentMethod method,
        Money expectedTotal,
        boolean goodsWillDo,
        List<String> confirmations,
        List<String> vouchers,
        Locale locale) {

    public PreparationRequest {
        confirmations = List.copyOf(confirmations);
        vouchers = QuotingVouchers.codes(vouchers);
    }

    /** Of a program, which may expect the total of the goods alone. */
    public PreparationRequest(
            String key,
            String cartId,
            Person contact,
            Destination delivery,
            PaymentMethod method,
            Money expectedTotal,
            List<String> confirmations,
            List<String> vouchers,
            Locale locale) {
        this(key, cartId, contact, delivery, method, expectedTotal, true, confirmations, vouchers, locale);
    }

    /** The same without vouchers. */
    public PreparationRequest(
            String key,
            String cartId,
            Person contact,
            Destination delivery,
            PaymentMethod method,
            Money expectedTotal,
            List<String> confirmations,
            Locale locale) {
        this(key, cartId, contact, delivery, method, expectedTotal, confirmations, List.of(), locale);
    }

    /** Who buys, as filled in. */
    public record Person(
            String name, String phone, @Nullable String email) {}

    /** Where the goods go, as filled in. */
    public sealed interface Destination {

        /** They are sent to an address. */
        record To(String provinceCode, String communeCode, String street) implements Destination {}

        /** They are collected at a location. */
        record At(String locationId) implements Destination {}
    }

    /** The id of the order that is made under the key: the same key always means the same order. */
    String orderId() {
        return digest("order\n" + key).substring(0, 26);
    }

    /** Tells whether a repeated request is the same. */
    String fingerprint() {
        var where = switch (delivery) {
            case Destination.To to -> "to\n" + to.provinceCode() + '\n' + to.communeCode() + '\n' + to.street();
            case Destination.At at -> "at\n" + at.locationId();
        };
        var asked = Stream.of(
                cartId,
                contact.name(),
                contact.phone(),
                String.valueOf(contact.email()),
                where,
                method.name(),
                String.valueOf(expectedTotal.amount()),
                new TreeSet<>(confirmations).toString());
        return digest(Stream.concat(asked, vouchers.stream()).collect(Collectors.joining("\n\n")));
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
