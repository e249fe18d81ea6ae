package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.browse.web.CertificateView.ExtensionView;
import vn.ocopmarket.storefront.browse.web.CertificateView.FileView;
import vn.ocopmarket.storefront.browse.web.CertificateView.StatementView;
import vn.ocopmarket.storefront.browse.web.CertificateView.SuspensionView;
import vn.ocopmarket.storefront.browse.web.CertificateView.WithdrawalView;

/** Tells of a certificate what holds on a day, in the reader's language. */
@Component
class CertificateViews {

    private final MessageSource messages;

    CertificateViews(MessageSource messages) {
        this.messages = messages;
    }

    CertificateView of(ProductRecord product, Certificate certificate, LocalDate day, Locale locale) {
        var state = product.stateOn(day, certificate);
        var change = change(product, certificate);
        var covered = product.variants().stream()
                .filter(variant -> certificate.covers(variant.sku()))
                .map(Variant::label)
                .toList();
        var succession = certificate.life().succession();
        return new CertificateView(
                certificate.number(),
                certificate.decision(),
                certificate.issuedBy(),
                certificate.issuedOn(),
                certificate.validUntil(),
                certificate.stars(),
                state,
                word("certificate-state." + state, locale),
                withdrawal(certificate),
                change,
                word("certificate-change." + change, locale),
                certificate.lastDay(),
                covered,
                covered.size() == product.variants().size(),
                succession == null ? null : succession.by(),
                extension(certificate),
                certificate.life().suspensions().stream()
                        .map(rest -> new SuspensionView(rest.from(), rest.until(), rest.reason()))
                        .toList(),
                file(certificate.evidence().file()),
                statement(certificate.evidence().statement(), locale));
    }

    /** How it compares with the recognition before it. */
    private static String change(ProductRecord product, Certificate certificate) {
        var place = product.certificates().indexOf(certificate);
        if (place <= 0) {
            return "FIRST";
        }
        var difference =
                certificate.stars() - product.certificates().get(place - 1).stars();
        return difference == 0 ? "RENEWAL" : difference > 0 ? "UPGRADE" : "DOWNGRADE";
    }

    private static @Nullable WithdrawalView withdrawal(Certificate certificate) {
        var end = certificate.withdrawal();
        return end == null ? null : new WithdrawalView(end.on(), end.reason(), end.decision());
    }

    private static @Nullable ExtensionView extension(Certificate certificate) {
        var proof = certificate.life().extension();
        return proof == null
                ? null
                : new ExtensionView(certificate.lastDay(), proof.receipt(), proof.receivedOn(), proof.receivedBy());
    }

    private static @Nullable FileView file(Evidence.@Nullable File file) {
        return file == null
                ? null
                : new FileView("/decisions/" + file.sha256() + ".pdf", file.sha256(), Math.ceilDiv(file.bytes(), 1024));
    }

    private @Nullable StatementView statement(Evidence.@Nullable Statement said, Locale locale) {
        return said == null
                ? null
                : new StatementView(
                        said.kind().name(),
                        word("evidence." + said.kind(), locale),
                        said.who(),
                        said.where(),
                        said.checkedOn(),
                        word("evidence.by." + said.checkedBy(), locale));
    }

    private String word(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
