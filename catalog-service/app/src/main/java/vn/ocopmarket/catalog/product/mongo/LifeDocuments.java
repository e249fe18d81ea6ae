package vn.ocopmarket.catalog.product.mongo;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.Life;

/** What happened to certificates, and how we know of them, as documents and back; older documents have neither. */
final class LifeDocuments {

    private LifeDocuments() {}

    static Document toDocument(Life life) {
        var succession = life.succession();
        var extension = life.extension();
        return new Document(
                        "succession",
                        succession == null
                                ? null
                                : new Document("on", Days.text(succession.on())).append("by", succession.by()))
                .append(
                        "extension",
                        extension == null
                                ? null
                                : new Document("receipt", extension.receipt())
                                        .append("receivedOn", Days.text(extension.receivedOn()))
                                        .append("receivedBy", extension.receivedBy()))
                .append(
                        "suspensions",
                        life.suspensions().stream()
                                .map(rest -> new Document("from", Days.text(rest.from()))
                                        .append("until", Days.text(rest.until()))
                                        .append("reason", rest.reason())
                                        .append("decision", rest.decision()))
                                .toList())
                .append("renewalAskedOn", Days.text(life.renewalAskedOn()));
    }

    static Life toLife(@Nullable Document document) {
        if (document == null) {
            return Life.NONE;
        }
        var succession = document.get("succession", Document.class);
        var extension = document.get("extension", Document.class);
        return new Life(
                succession == null ? null : new Life.Succession(Days.day(succession, "on"), succession.getString("by")),
                extension == null
                        ? null
                        : new Life.Extension(
                                extension.getString("receipt"),
                                Days.day(extension, "receivedOn"),
                                extension.getString("receivedBy")),
                document.getList("suspensions", Document.class, List.of()).stream()
                        .map(rest -> new Life.Suspension(
                                Days.day(rest, "from"),
                                Days.dayOrNull(rest, "until"),
                                rest.getString("reason"),
                                rest.getString("decision")))
                        .toList(),
                Days.dayOrNull(document, "renewalAskedOn"));
    }

    static Document toDocument(Evidence evidence) {
        var file = evidence.file();
        var statement = evidence.statement();
        return new Document(
                        "file",
                        file == null
                                ? null
                                : new Document("sha256", file.sha256())
                                        .append("name", file.name())
                                        .append("bytes", file.bytes()))
                .append(
                        "statement",
                        statement == null
                                ? null
                                : new Document("kind", statement.kind().name())
                                        .append("who", statement.who())
                                        .append("where", statement.where())
                                        .append("checkedOn", Days.text(statement.checkedOn()))
                                        .append("checkedBy", statement.checkedBy()));
    }

    static Evidence toEvidence(@Nullable Document document) {
        if (document == null) {
            return Evidence.NONE;
        }
        var file = document.get("file", Document.class);
        var statement = document.get("statement", Document.class);
        return new Evidence(
                file == null
                        ? null
                        : new Evidence.File(file.getString("sha256"), file.getString("name"), file.getLong("bytes")),
                statement == null
                        ? null
                        : new Evidence.Statement(
                                Evidence.Kind.valueOf(statement.getString("kind")),
                                statement.getString("who"),
                                statement.getString("where"),
                                Days.day(statement, "checkedOn"),
                                statement.getString("checkedBy")));
    }
}
