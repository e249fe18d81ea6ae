package vn.ocopmarket.storefront.officerdesk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Occasion;
import vn.ocopmarket.contract.product.PaperRules;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * A product as its officers see it today.
 *
 * @param proofs its certificates, the newest first
 * @param variants each with what blocks its sale
 */
record ProductView(ProductRecord product, LocalDate day, List<Proof> proofs, List<Blocked> variants) {

    /**
     * @param index names its forms
     * @param suspended whether it rests now or is to
     */
    record Proof(int index, Certificate certificate, CertificateState state, long daysLeft, boolean suspended) {}

    /** @param compulsory names of the papers without which it is not sold online */
    record Blocked(String sku, String label, List<String> reasons, List<String> compulsory) {}

    /** Who did what, in words. */
    record DeedView(
            Instant at,
            String who,
            String what,
            @Nullable String of,
            @Nullable String why) {}

    static ProductView of(ProductRecord product, LocalDate day) {
        var certificates = product.certificates().reversed();
        var proofs = IntStream.range(0, certificates.size())
                .mapToObj(index -> proof(product, certificates.get(index), index, day))
                .toList();
        var variants = product.variants().stream()
                .map(variant -> new Blocked(
                        variant.sku(),
                        variant.label(),
                        Eligibility.whyNot(product, variant.sku(), Occasion.sale(day, Channel.ONLINE)).stream()
                                .map(Enum::name)
                                .toList(),
                        PaperRules.compulsory(product, variant, day, Channel.ONLINE).stream()
                                .map(Enum::name)
                                .toList()))
                .toList();
        return new ProductView(product, day, proofs, variants);
    }

    private static Proof proof(ProductRecord product, Certificate certificate, int index, LocalDate day) {
        var open = certificate.life().suspensions().stream().anyMatch(rest -> rest.until() == null);
        return new Proof(index, certificate, product.stateOn(day, certificate), certificate.daysLeftOn(day), open);
    }

    public String path() {
        return "/staff/certificates/" + product.id();
    }
}
