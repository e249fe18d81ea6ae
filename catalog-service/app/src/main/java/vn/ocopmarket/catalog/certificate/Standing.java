package vn.ocopmarket.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * How a product stands with a certificate on a day.
 *
 * @param certificate or null when it never had one
 * @param state or null when it never had one
 * @param daysLeft until the certificate's last day; below zero once it is over
 */
public record Standing(
        ProductRecord product,
        @Nullable Certificate certificate,
        @Nullable CertificateState state,
        long daysLeft) {

    /** Of each certificate that is the last word on some variant; one that a later one replaced concerns nobody. */
    static Stream<Standing> of(ProductRecord product, LocalDate day) {
        var last = product.certificates().stream()
                .filter(certificate -> isLastWord(product, certificate))
                .map(certificate -> new Standing(
                        product, certificate, product.stateOn(day, certificate), certificate.daysLeftOn(day)))
                .toList();
        return last.isEmpty() ? Stream.of(new Standing(product, null, null, 0)) : last.stream();
    }

    private static boolean isLastWord(ProductRecord product, Certificate certificate) {
        return product.variants().isEmpty()
                ? product.certificates().getLast().equals(certificate)
                : product.variants().stream()
                        .anyMatch(variant -> certificate.equals(newest(product.certificates(), variant.sku())));
    }

    private static @Nullable Certificate newest(List<Certificate> certificates, String sku) {
        return certificates.reversed().stream()
                .filter(certificate -> certificate.covers(sku))
                .findFirst()
                .orElse(null);
    }

    boolean showsStars() {
        return state != null && state.showsStars();
    }
}
