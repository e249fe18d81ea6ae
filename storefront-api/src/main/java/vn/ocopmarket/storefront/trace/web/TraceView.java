package vn.ocopmarket.storefront.trace.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.TraceRecord;

/**
 * What a trace page shows on a day: what Decree 37/2026, article 32 wants of a digital product passport, the certificate, and
 * what happened.
 *
 * @param path of the page, which is the unique identifier behind the domain
 * @param askedLot lot number of the code, also when nobody has written it down; null when the code names none
 * @param certificate the one whose stars are shown, or the newest when none holds; null without any
 * @param past whether its best-before date is over
 * @param outside what the product's trace page elsewhere last said, or null when it was never asked
 */
record TraceView(
        ProductRecord product,
        Variant variant,
        String path,
        @Nullable String askedLot,
        @Nullable String serial,
        @Nullable LotRecord lot,
        @Nullable String gln,
        @Nullable CertificateView certificate,
        boolean past,
        @Nullable LinkAnswer outside,
        List<StepView> steps) {

    /** A certificate and what it is on the day. */
    record CertificateView(Certificate certificate, CertificateState state) {}

    /**
     * Something that happened.
     *
     * @param step word of the business vocabulary, or null
     * @param byProducer whether it happened at the producer's own place
     */
    record StepView(Instant at, String type, @Nullable String step, boolean byProducer, boolean declaredWrong) {}

    /** What the code says beside the item. */
    record Asked(
            String path, @Nullable String lot, @Nullable String serial) {}

    static TraceView of(TraceRecord trace, Asked asked, @Nullable LinkAnswer outside, LocalDate day) {
        var product = trace.product();
        var lot = trace.lot();
        var producer = trace.producer();
        var gln = producer == null ? null : producer.gln();
        var bestBefore = lot == null ? null : lot.bestBefore();
        return new TraceView(
                product,
                product.variant(trace.sku()).orElseThrow(),
                asked.path(),
                asked.lot(),
                asked.serial(),
                lot,
                gln,
                certificate(product, trace.sku(), day),
                bestBefore != null && day.isAfter(bestBefore),
                outside,
                trace.steps().stream().map(step -> step(step, gln)).toList());
    }

    public @Nullable String gtin() {
        Gtin gtin = variant.gtin();
        return gtin == null ? null : gtin.value();
    }

    private static @Nullable CertificateView certificate(ProductRecord product, String sku, LocalDate day) {
        var shown = product.certificateOn(day, sku)
                .or(() -> product.certificates().stream().reduce((_, newer) -> newer));
        return shown.map(certificate -> new CertificateView(certificate, product.stateOn(day, certificate)))
                .orElse(null);
    }

    private static StepView step(TraceRecord.Step step, @Nullable String gln) {
        var place = step.place();
        return new StepView(
                step.at(),
                step.type(),
                word(step.bizStep()),
                gln != null && place != null && names(place, gln),
                step.declaredWrong());
    }

    /** A step of the vocabulary may come as a bare word, a URN or a web address. */
    private static @Nullable String word(@Nullable String bizStep) {
        return bizStep == null
                ? null
                : bizStep.replaceFirst("^(https://ref\\.gs1\\.org/cbv/BizStep-|urn:epcglobal:cbv:bizstep:)", "");
    }

    /** A URN splits the digits of a GLN with a dot and leaves the check digit out. */
    private static boolean names(String place, String gln) {
        return place.contains("/414/" + gln)
                || place.startsWith("urn:epc:id:sgln:")
                        && place.replace(".", "").startsWith("urn:epc:id:sgln:" + gln.substring(0, 12));
    }
}
