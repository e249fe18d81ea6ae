package vn.ocopmarket.storefront.fair.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Whether a product may be shown and sold at a fair: at least one variant of it on every single day. */
public sealed interface Fitness {

    /** It may, with these variants. */
    record Fit(Certificate certificate, List<Variant> variants) implements Fitness {

        public Fit {
            variants = List.copyOf(variants);
        }
    }

    /**
     * It may not.
     *
     * @param firstDay the first day on which it may not, for the variant that lasts longest
     */
    record Unfit(LocalDate firstDay, List<Reason> reasons) implements Fitness {

        public Unfit {
            reasons = List.copyOf(reasons);
        }
    }

    static Fitness of(ProductRecord product, Period period) {
        var fit = product.variants().stream()
                .filter(variant -> throughout(product, variant, period) instanceof Eligibility.Eligible)
                .toList();
        if (fit.isEmpty()) {
            return product.variants().stream()
                    .map(variant -> unfit(product, variant, period))
                    .max(Comparator.comparing(Unfit::firstDay))
                    .orElse(new Unfit(period.first(), List.of(Reason.UNKNOWN_VARIANT)));
        }
        return product.certificateOn(period.first(), fit.getFirst().sku())
                .<Fitness>map(certificate -> new Fit(certificate, fit))
                .orElseGet(() -> new Unfit(period.first(), List.of(Reason.NO_CERTIFICATE)));
    }

    private static Eligibility throughout(ProductRecord product, Variant variant, Period period) {
        return Eligibility.throughout(product, variant.sku(), period.first(), period.last(), Channel.FAIR);
    }

    private static Unfit unfit(ProductRecord product, Variant variant, Period period) {
        return period.first()
                .datesUntil(period.last().plusDays(1))
                .flatMap(day -> Eligibility.of(product, variant.sku(), day, Channel.FAIR)
                                instanceof Eligibility.Ineligible(var reasons)
                        ? Stream.of(new Unfit(day, reasons))
                        : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("It is fit after all: " + variant.sku()));
    }
}
