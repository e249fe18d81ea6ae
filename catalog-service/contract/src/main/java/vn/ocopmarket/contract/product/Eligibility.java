package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Occasion.Use;

/**
 * Whether a variant may be sold as OCOP on a day. Page, search, cart, checkout, till, fair, feed and print all ask here,
 * at the moment of use.
 */
public sealed interface Eligibility {

    /** It may be sold, under this certificate and at this price. */
    record Eligible(Certificate certificate, Money price) implements Eligibility {}

    /** It may not; every reason is named, the weightiest first. */
    record Ineligible(List<Reason> reasons) implements Eligibility {

        public Ineligible {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a variant may not be shown or sold. The words are message bundle entries {@code eligibility.<NAME>}, what to do
     * about it {@code eligibility.<NAME>.remedy}.
     */
    enum Reason {
        UNKNOWN_VARIANT,
        CERTIFICATE_WITHDRAWN,
        CERTIFICATE_SUSPENDED,
        CERTIFICATE_EXPIRED,
        CERTIFICATE_NOT_YET_VALID,
        VARIANT_NOT_COVERED,
        NO_CERTIFICATE,
        BUYER_UNDER_AGE,
        NOT_TO_BE_ADVERTISED,
        QUALITY_DECLARATION_MISSING,
        QUALITY_DECLARATION_EXPIRED,
        FOOD_SAFETY_CERTIFICATE_MISSING,
        FOOD_SAFETY_CERTIFICATE_EXPIRED,
        TEST_RESULT_MISSING,
        TEST_RESULT_EXPIRED,
        ALCOHOL_LICENCE_MISSING,
        ALCOHOL_LICENCE_EXPIRED,
        NO_PRICE
    }

    /** May this variant be sold online on this day, to a buyer of whom nothing is known? */
    static Eligibility of(ProductRecord product, String sku, LocalDate day) {
        return of(product, sku, day, Channel.ONLINE);
    }

    /** May this variant be sold there on this day, to a buyer of whom nothing is known? */
    static Eligibility of(ProductRecord product, String sku, LocalDate day, Channel channel) {
        var reasons = whyNot(product, sku, Occasion.sale(day, channel));
        return reasons.isEmpty()
                ? new Eligible(
                        product.certificateOn(day, sku).orElseThrow(),
                        Objects.requireNonNull(
                                product.variant(sku).orElseThrow().price()))
                : new Ineligible(reasons);
    }

    /**
     * The one rule of the market: every reason why this variant may not be shown with stars, listed or sold, there and then
     * and to this buyer; none when it may.
     */
    static List<Reason> whyNot(ProductRecord product, String sku, Occasion occasion) {
        var found = product.variant(sku);
        if (found.isEmpty()) {
            return List.of(Reason.UNKNOWN_VARIANT);
        }
        var variant = found.get();
        List<Reason> reasons = new ArrayList<>(4);
        if (product.certificateOn(occasion.day(), sku).isEmpty()) {
            reasons.add(whyNoCertificate(product, sku, occasion.day()));
        }
        if (occasion.use() != Use.STARS) {
            reasons.addAll(AlcoholRules.against(product, variant, occasion));
        }
        if (occasion.use() == Use.SOLD) {
            for (var gap : PaperRules.gaps(product, variant, occasion.day(), occasion.channel())) {
                reasons.add(Reason.valueOf(gap.kind() + "_" + gap.failing()));
            }
            if (variant.price() == null) {
                reasons.add(Reason.NO_PRICE);
            }
        }
        return reasons;
    }

    /** The days on which an answer about this product may change; between two of them none does. */
    static SortedSet<LocalDate> turningDays(ProductRecord product) {
        return Stream.concat(
                        product.certificates().stream().flatMap(certificate -> certificate.turningDays().stream()),
                        PaperRules.turningDays(product))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** May this variant be sold on every day from the first to the last, both included? The first day that fails tells why. */
    static Eligibility throughout(ProductRecord product, String sku, LocalDate first, LocalDate last) {
        return throughout(product, sku, first, last, Channel.ONLINE);
    }

    /** Like {@link #throughout(ProductRecord, String, LocalDate, LocalDate)}, on a channel. */
    static Eligibility throughout(ProductRecord product, String sku, LocalDate first, LocalDate last, Channel channel) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> of(product, sku, day, channel))
                .reduce((earlier, later) -> earlier instanceof Ineligible ? earlier : later)
                .orElseThrow(() ->
                        new IllegalArgumentException("The period ends before it begins: " + first + " to " + last));
    }

    private static Reason whyNoCertificate(ProductRecord product, String sku, LocalDate day) {
        if (product.certificates().isEmpty()) {
            return Reason.NO_CERTIFICATE;
        }
        return product.certificates().stream()
                .filter(certificate -> certificate.covers(sku))
                .max(Comparator.comparing(Certificate::issuedOn))
                .map(newest -> switch (newest.stateOn(day)) {
                    case WITHDRAWN -> Reason.CERTIFICATE_WITHDRAWN;
                    case SUSPENDED -> Reason.CERTIFICATE_SUSPENDED;
                    case NOT_YET_VALID -> Reason.CERTIFICATE_NOT_YET_VALID;
                    case EXPIRED, SUPERSEDED, VALID, RENEWAL_WINDOW, LATE_FOR_RENEWAL, EXTENDED ->
                        Reason.CERTIFICATE_EXPIRED;
                })
                .orElse(Reason.VARIANT_NOT_COVERED);
    }
}
