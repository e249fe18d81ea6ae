package vn.ocopmarket.catalog.imports.mongo;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.imports.FileFormat;
import vn.ocopmarket.catalog.imports.ImportIssue;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.ImportJob.Counts;
import vn.ocopmarket.catalog.imports.ImportJob.Plan;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Terms;
import vn.ocopmarket.catalog.imports.ImportJob.Undoing;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.imports.Imports.End;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Imports and their issues as documents and back. */
final class ImportDocuments {

    static final String RUN = "run";
    static final String PLAN = "plan";
    static final String UNDOING = "undoing";
    static final String END = "end";

    private ImportDocuments() {}

    static Document toDocument(ImportJob job) {
        var caller = job.caller();
        return new Document("_id", job.id())
                .append("format", job.format().name())
                .append("fileName", job.fileName())
                .append(
                        "caller",
                        new Document("subject", caller.subject())
                                .append("roles", List.copyOf(caller.roles()))
                                .append("provinces", List.copyOf(caller.provinces()))
                                .append("producers", List.copyOf(caller.producers())))
                .append("sample", job.terms().sample())
                .append("preview", job.terms().preview())
                .append("supersedes", job.terms().supersedes())
                .append("state", job.state().name())
                .append("rows", job.counts().rows())
                .append("accepted", job.counts().accepted())
                .append("rejected", job.counts().rejected())
                .append("createdAt", Date.from(job.createdAt()))
                .append("leaseUntil", new Date(0))
                .append("epoch", 0L)
                .append("attempt", 0)
                .append(RUN, 0);
    }

    static ImportJob fromDocument(Document document) {
        var failure = document.get("failure", Document.class);
        var finished = document.getDate("finishedAt");
        return new ImportJob(
                document.getString("_id"),
                FileFormat.valueOf(document.getString("format")),
                document.getString("fileName"),
                toCaller(document.get("caller", Document.class)),
                new Terms(
                        document.getBoolean("sample"),
                        document.getBoolean("preview", false),
                        document.getBoolean("supersedes", false)),
                State.valueOf(document.getString("state")),
                new Counts(
                        document.getInteger("rows"), document.getInteger("accepted"), document.getInteger("rejected")),
                failure == null ? null : toError(failure),
                document.getDate("createdAt").toInstant(),
                finished == null ? null : finished.toInstant(),
                document.getInteger(RUN, 0),
                toPlan(document.get(PLAN, Document.class)),
                toUndoing(document.get(UNDOING, Document.class)));
    }

    static Document toDocument(Plan plan) {
        return new Document("fresh", plan.fresh())
                .append("changed", plan.changed())
                .append("unchanged", plan.unchanged())
                .append("superseding", plan.superseding())
                .append("appliedRow", plan.appliedRow());
    }

    private static @Nullable Plan toPlan(@Nullable Document plan) {
        return plan == null
                ? null
                : new Plan(
                        plan.getLong("fresh"),
                        plan.getLong("changed"),
                        plan.getLong("unchanged"),
                        plan.getLong("superseding"),
                        plan.getInteger("appliedRow"));
    }

    static Document toDocument(Undoing undoing) {
        return new Document("who", undoing.who())
                .append("why", undoing.why())
                .append("at", Date.from(undoing.at()))
                .append("restored", undoing.restored())
                .append("removed", undoing.removed())
                .append("left", undoing.left())
                .append("done", undoing.done());
    }

    private static @Nullable Undoing toUndoing(@Nullable Document undoing) {
        return undoing == null
                ? null
                : new Undoing(
                        undoing.getString("who"),
                        undoing.getString("why"),
                        undoing.getDate("at").toInstant(),
                        undoing.getInteger("restored"),
                        undoing.getInteger("removed"),
                        undoing.getInteger("left"),
                        undoing.getString("done"));
    }

    static Claim toClaim(Document document) {
        return new Claim(
                fromDocument(document),
                document.getLong("epoch"),
                document.getInteger("attempt"),
                toEnd(document.get(END, Document.class)));
    }

    static Document toDocument(End end) {
        return new Document("state", end.state().name()).append("failure", failure(end));
    }

    static @Nullable Document failure(End end) {
        var failure = end.failure();
        return failure == null ? null : toDocument(failure);
    }

    private static @Nullable End toEnd(@Nullable Document end) {
        if (end == null) {
            return null;
        }
        var failure = end.get("failure", Document.class);
        return new End(State.valueOf(end.getString("state")), failure == null ? null : toError(failure));
    }

    private static Caller toCaller(Document document) {
        return new Caller(
                document.getString("subject"),
                Set.copyOf(document.getList("roles", String.class)),
                Set.copyOf(document.getList("provinces", String.class)),
                Set.copyOf(document.getList("producers", String.class)));
    }

    /** The id makes a repeated note the same note. */
    static Document toDocument(String importId, ImportIssue issue) {
        var document = new Document("_id", importId + ':' + issue.row() + ':' + issue.position())
                .append("importId", importId)
                .append("row", issue.row())
                .append("position", issue.position())
                .append("rejected", issue.rejected());
        document.putAll(toDocument(issue.error()));
        return document;
    }

    static ImportIssue toIssue(Document document) {
        return new ImportIssue(
                document.getInteger("row"),
                document.getInteger("position"),
                document.getBoolean("rejected"),
                toError(document));
    }

    static Document toDocument(FieldError error) {
        return new Document("field", error.field()).append("code", error.code()).append("arguments", error.arguments());
    }

    private static FieldError toError(Document document) {
        return new FieldError(
                document.getString("field"), document.getString("code"), document.getList("arguments", Object.class));
    }
}
