package vn.ocopmarket.catalog.product.mongo;

import java.time.LocalDate;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Withdrawal;

/** Certificates as documents and back; dates are kept as the calendar dates they are. */
final class CertificateDocuments {

    private CertificateDocuments() {}

    static Document toDocument(Certificate certificate) {
        return new Document("number", certificate.number())
                .append("decision", certificate.decision())
                .append("issuedBy", certificate.issuedBy())
                .append("issuedOn", certificate.issuedOn().toString())
                .append("validUntil", certificate.validUntil().toString())
                .append("stars", certificate.stars())
                .append(
                        "extendedUntil",
                        certificate.extendedUntil() == null
                                ? null
                                : certificate.extendedUntil().toString())
                .append("withdrawal", toDocument(certificate.withdrawal()))
                .append(
                        "coveredSkus",
                        certificate.coveredSkus().stream().sorted().toList())
                .append("life", LifeDocuments.toDocument(certificate.life()))
                .append("evidence", LifeDocuments.toDocument(certificate.evidence()));
    }

    static Certificate fromDocument(Document document) {
        var extended = document.getString("extendedUntil");
        return new Certificate(
                document.getString("number"),
                document.getString("decision"),
                document.getString("issuedBy"),
                LocalDate.parse(document.getString("issuedOn")),
                LocalDate.parse(document.getString("validUntil")),
                document.getInteger("stars"),
                extended == null ? null : LocalDate.parse(extended),
                toWithdrawal(document.get("withdrawal", Document.class)),
                Set.copyOf(document.getList("coveredSkus", String.class)),
                LifeDocuments.toLife(document.get("life", Document.class)),
                LifeDocuments.toEvidence(document.get("evidence", Document.class)));
    }

    private static @Nullable Document toDocument(@Nullable Withdrawal withdrawal) {
        return withdrawal == null
                ? null
                : new Document("on", withdrawal.on().toString())
                        .append("reason", withdrawal.reason())
                        .append("decision", withdrawal.decision());
    }

    private static @Nullable Withdrawal toWithdrawal(@Nullable Document document) {
        return document == null
                ? null
                : new Withdrawal(
                        LocalDate.parse(document.getString("on")),
                        document.getString("reason"),
                        document.getString("decision"));
    }
}
