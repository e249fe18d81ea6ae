package vn.ocopmarket.catalog.inspection.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Answer;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Rest;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Tag;
import vn.ocopmarket.catalog.inspection.domain.Report;
import vn.ocopmarket.catalog.inspection.domain.Severity;
import vn.ocopmarket.catalog.inspection.domain.Subject;

/** Findings as documents and back. Days are text: they name a day in Vietnam, not an instant. */
final class FindingDocuments {

    /** There only while a certificate is still to be told that it rests. */
    static final String TO_CARRY_OUT = "toCarryOut";

    private FindingDocuments() {}

    static Document toDocument(Finding finding) {
        var document = new Document("_id", finding.id())
                .append("revision", finding.revision())
                .append("subject", subject(finding.subject()))
                .append("report", report(finding.report()))
                .append("state", state(finding.state(), finding.deadline()))
                .append(
                        "history",
                        finding.history().stream()
                                .map(step -> new Document("at", Date.from(step.at()))
                                        .append("who", step.who())
                                        .append("what", step.what())
                                        .append("words", step.words()))
                                .toList())
                .append(
                        "done",
                        finding.done().stream()
                                .map(done -> new Document("key", done.key()).append("at", Date.from(done.at())))
                                .toList());
        if (finding.state().rest() instanceof Rest rest && !rest.carriedOut()) {
            document.append(TO_CARRY_OUT, true);
        }
        return document;
    }

    static Finding fromDocument(Document document) {
        return new Finding(
                document.getString("_id"),
                document.getLong("revision"),
                toSubject(document.get("subject", Document.class)),
                toReport(document.get("report", Document.class)),
                toState(document.get("state", Document.class)),
                document.getList("history", Document.class).stream()
                        .map(step -> new Finding.Step(
                                step.getDate("at").toInstant(),
                                step.getString("who"),
                                step.getString("what"),
                                step.getString("words")))
                        .toList(),
                document.getList("done", Document.class, List.of()).stream()
                        .map(done -> new Finding.Done(
                                done.getString("key"), done.getDate("at").toInstant()))
                        .toList());
    }

    private static Document subject(Subject subject) {
        return new Document("kind", subject.kind().name())
                .append("id", subject.id())
                .append("label", subject.label())
                .append("producerId", subject.producerId())
                .append("producerName", subject.producerName())
                .append("provinceCode", subject.provinceCode())
                .append("productId", subject.productId());
    }

    private static Subject toSubject(Document document) {
        return new Subject(
                Subject.Kind.valueOf(document.getString("kind")),
                document.getString("id"),
                document.getString("label"),
                document.getString("producerId"),
                document.getString("producerName"),
                document.getString("provinceCode"),
                document.getString("productId"));
    }

    private static Document report(Report report) {
        return new Document("what", report.what())
                .append("ground", report.ground())
                .append("severity", report.severity().name())
                .append(
                        "evidence",
                        report.evidence().stream()
                                .map(shown -> new Document("sha256", shown.sha256())
                                        .append("name", shown.name())
                                        .append("type", shown.type())
                                        .append("bytes", shown.bytes()))
                                .toList())
                .append("by", report.by())
                .append("at", Date.from(report.at()));
    }

    private static Report toReport(Document document) {
        return new Report(
                document.getString("what"),
                document.getString("ground"),
                Severity.valueOf(document.getString("severity")),
                document.getList("evidence", Document.class).stream()
                        .map(shown -> new Report.Evidence(
                                shown.getString("sha256"),
                                shown.getString("name"),
                                shown.getString("type"),
                                shown.getLong("bytes")))
                        .toList(),
                document.getString("by"),
                document.getDate("at").toInstant());
    }

    private static Document state(FindingState state, @Nullable LocalDate deadline) {
        var answer = state.answer();
        var rest = state.rest();
        var document = new Document("tag", state.tag().name())
                .append("over", state instanceof FindingState.Closed)
                .append("deadline", deadline == null ? null : deadline.toString())
                .append(
                        "answer",
                        answer == null
                                ? null
                                : new Document("words", answer.words())
                                        .append("by", answer.by())
                                        .append("at", Date.from(answer.at())))
                .append("rest", rest == null ? null : rest(rest));
        return state instanceof FindingState.Closed closed
                ? document.append("conclusion", closed.conclusion())
                : document;
    }

    private static Document rest(Rest rest) {
        return new Document("productId", rest.productId())
                .append("number", rest.number())
                .append("from", rest.from().toString())
                .append("reason", rest.reason())
                .append("by", rest.by())
                .append("carriedOut", rest.carriedOut());
    }

    private static FindingState toState(Document document) {
        var answer = toAnswer(document.get("answer", Document.class));
        var rest = toRest(document.get("rest", Document.class));
        return switch (Tag.valueOf(document.getString("tag"))) {
            case OPEN -> new FindingState.Open(deadline(document));
            case ANSWERED -> new FindingState.Answered(deadline(document), Objects.requireNonNull(answer));
            case SUSPENDED -> new FindingState.Suspended(deadline(document), answer, Objects.requireNonNull(rest));
            case CLOSED -> new FindingState.Closed(document.getString("conclusion"), answer, rest);
        };
    }

    private static LocalDate deadline(Document document) {
        return LocalDate.parse(document.getString("deadline"));
    }

    private static @Nullable Answer toAnswer(@Nullable Document document) {
        return document == null
                ? null
                : new Answer(
                        document.getString("words"),
                        document.getString("by"),
                        document.getDate("at").toInstant());
    }

    private static @Nullable Rest toRest(@Nullable Document document) {
        return document == null
                ? null
                : new Rest(
                        document.getString("productId"),
                        document.getString("number"),
                        LocalDate.parse(document.getString("from")),
                        document.getString("reason"),
                        document.getString("by"),
                        document.getBoolean("carriedOut"));
    }
}
