package vn.ocopmarket.catalog.product.mongo;

import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Dossier.Paper;
import vn.ocopmarket.contract.product.Dossier.Recognition;
import vn.ocopmarket.contract.product.Dossier.RecognitionKind;
import vn.ocopmarket.contract.product.Dossier.Right;
import vn.ocopmarket.contract.product.Dossier.RightKind;
import vn.ocopmarket.contract.product.PaperKind;

/** What is on record beside the certificates as documents and back; older documents have none. */
final class DossierDocuments {

    private DossierDocuments() {}

    static Document toDocument(Dossier dossier) {
        return new Document(
                        "recognitions",
                        dossier.recognitions().stream()
                                .map(DossierDocuments::toDocument)
                                .toList())
                .append(
                        "rights",
                        dossier.rights().stream()
                                .map(DossierDocuments::toDocument)
                                .toList())
                .append(
                        "papers",
                        dossier.papers().stream()
                                .map(DossierDocuments::toDocument)
                                .toList())
                .append("papersCheckedOn", Days.text(dossier.papersCheckedOn()));
    }

    static Dossier toDossier(@Nullable Document document) {
        return document == null
                ? Dossier.NONE
                : new Dossier(
                        document.getList("recognitions", Document.class).stream()
                                .map(DossierDocuments::toRecognition)
                                .toList(),
                        document.getList("rights", Document.class).stream()
                                .map(DossierDocuments::toRight)
                                .toList(),
                        document.getList("papers", Document.class).stream()
                                .map(DossierDocuments::toPaper)
                                .toList(),
                        Days.dayOrNull(document, "papersCheckedOn"));
    }

    private static Document toDocument(Recognition recognition) {
        return new Document("kind", recognition.kind().name())
                .append("level", recognition.level())
                .append("decision", recognition.decision())
                .append("issuedBy", recognition.issuedBy())
                .append("issuedOn", Days.text(recognition.issuedOn()))
                .append("validUntil", Days.text(recognition.validUntil()));
    }

    private static Recognition toRecognition(Document document) {
        return new Recognition(
                RecognitionKind.valueOf(document.getString("kind")),
                document.getString("level"),
                document.getString("decision"),
                document.getString("issuedBy"),
                Days.day(document, "issuedOn"),
                Days.dayOrNull(document, "validUntil"));
    }

    private static Document toDocument(Right right) {
        return new Document("kind", right.kind().name())
                .append("number", right.number())
                .append("name", right.name())
                .append("holder", right.holder())
                .append("issuedBy", right.issuedBy())
                .append("issuedOn", Days.text(right.issuedOn()))
                .append("validUntil", Days.text(right.validUntil()));
    }

    private static Right toRight(Document document) {
        return new Right(
                RightKind.valueOf(document.getString("kind")),
                document.getString("number"),
                document.getString("name"),
                document.getString("holder"),
                document.getString("issuedBy"),
                Days.day(document, "issuedOn"),
                Days.dayOrNull(document, "validUntil"));
    }

    private static Document toDocument(Paper paper) {
        return new Document("kind", paper.kind().name())
                .append("number", paper.number())
                .append("issuedBy", paper.issuedBy())
                .append("issuedOn", Days.text(paper.issuedOn()))
                .append("validUntil", Days.text(paper.validUntil()))
                .append("skus", paper.skus().stream().sorted().toList());
    }

    private static Paper toPaper(Document document) {
        return new Paper(
                PaperKind.valueOf(document.getString("kind")),
                document.getString("number"),
                document.getString("issuedBy"),
                Days.day(document, "issuedOn"),
                Days.dayOrNull(document, "validUntil"),
                Set.copyOf(document.getList("skus", String.class)));
    }
}
