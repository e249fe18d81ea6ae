package vn.ocopmarket.catalog.imports.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.CsvLines;
import vn.ocopmarket.catalog.imports.ImportIssue;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.imports.web.ImportView.Issue;
import vn.ocopmarket.catalog.imports.web.ImportView.IssuePage;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Puts imports into the reader's words. */
@Component
class ImportViews {

    private static final int MOST_SHOWN = 1_000;

    private final Imports imports;
    private final MessageSource messages;

    ImportViews(Imports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    Mono<ImportView> of(ImportJob job, Locale language) {
        return Mono.zip(issues(job, true, 0, MOST_SHOWN, language), issues(job, false, 0, MOST_SHOWN, language))
                .map(issues -> view(job, issues.getT1(), issues.getT2(), language));
    }

    /** Without what is to be said about its rows. */
    ImportView brief(ImportJob job, Locale language) {
        return view(job, List.of(), List.of(), language);
    }

    private ImportView view(ImportJob job, List<Issue> errors, List<Issue> warnings, Locale language) {
        return new ImportView(
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.fileName(),
                job.counts().rows(),
                job.counts().accepted(),
                job.counts().rejected(),
                errors,
                warnings,
                job.failure() == null ? null : words(job.failure(), language),
                job.createdAt(),
                job.finishedAt(),
                job.caller().subject(),
                job.terms().supersedes(),
                preview(job.plan()),
                undo(job.undoing()));
    }

    private static ImportView.@Nullable Preview preview(ImportJob.@Nullable Plan plan) {
        return plan == null
                ? null
                : new ImportView.Preview(plan.fresh(), plan.changed(), plan.unchanged(), plan.superseding());
    }

    private static ImportView.@Nullable Undo undo(ImportJob.@Nullable Undoing undoing) {
        return undoing == null
                ? null
                : new ImportView.Undo(
                        undoing.who(),
                        undoing.why(),
                        undoing.at(),
                        undoing.restored(),
                        undoing.removed(),
                        undoing.left());
    }

    Mono<IssuePage> errors(ImportJob job, int afterRow, int limit, Locale language) {
        var size = Math.clamp(limit, 1, MOST_SHOWN);
        return issues(job, true, afterRow, size, language)
                .map(items -> items.size() < size ? new IssuePage(items, null) : wholeRows(items));
    }

    /** Every error, as lines of a file. */
    Flux<String> errorLines(ImportJob job, Locale language) {
        var headings = Stream.of("row", "field", "message")
                .map(name -> messages.getMessage("import.error." + name, null, language))
                .toList();
        return Flux.just(CsvLines.MARK_OF_UTF_8 + CsvLines.of(headings))
                .concatWith(allErrors(job, language)
                        .map(found ->
                                CsvLines.of(List.of(String.valueOf(found.row()), found.field(), found.message()))));
    }

    /** Page by page, so that the time the store has does not run while a slow reader reads. */
    private Flux<Issue> allErrors(ImportJob job, Locale language) {
        return errors(job, 0, MOST_SHOWN, language)
                .expand(page -> page.next() == null ? Mono.empty() : errors(job, page.next(), MOST_SHOWN, language))
                .concatMapIterable(IssuePage::items, 1);
    }

    /** A page ends between rows, so that the next one can begin after a row. */
    private static IssuePage wholeRows(List<Issue> items) {
        var last = items.getLast().row();
        var whole = items.stream().filter(issue -> issue.row() != last).toList();
        return whole.isEmpty()
                ? new IssuePage(items, last)
                : new IssuePage(whole, whole.getLast().row());
    }

    private Mono<List<Issue>> issues(ImportJob job, boolean rejected, int afterRow, int limit, Locale language) {
        return imports.issues(job.runId(), rejected, afterRow, limit)
                .map(issue -> issue(issue, language))
                .collectList();
    }

    private Issue issue(ImportIssue issue, Locale language) {
        return new Issue(issue.row(), issue.error().field(), words(issue.error(), language));
    }

    private String words(FieldError error, Locale language) {
        return messages.getMessage("field." + error.code(), error.arguments().toArray(), language);
    }
}
