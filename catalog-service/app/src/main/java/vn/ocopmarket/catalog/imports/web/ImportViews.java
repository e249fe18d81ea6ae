package vn.ocopmarket.catalog.imports.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
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
        return Mono.zip(
                        issues(job.id(), true, 0, MOST_SHOWN, language),
                        issues(job.id(), false, 0, MOST_SHOWN, language))
                .map(issues -> new ImportView(
                        job.id(),
                        job.state().name().toLowerCase(Locale.ROOT),
                        job.fileName(),
                        job.counts().rows(),
                        job.counts().accepted(),
                        job.counts().rejected(),
                        issues.getT1(),
                        issues.getT2(),
                        job.failure() == null ? null : words(job.failure(), language),
                        job.createdAt(),
                        job.finishedAt()));
    }

    Mono<IssuePage> errors(String id, int afterRow, int limit, Locale language) {
        var size = Math.clamp(limit, 1, MOST_SHOWN);
        return issues(id, true, afterRow, size, language)
                .map(items -> items.size() < size ? new IssuePage(items, null) : wholeRows(items));
    }

    /** A page ends between rows, so that the next one can begin after a row. */
    private static IssuePage wholeRows(List<Issue> items) {
        var last = items.getLast().row();
        var whole = items.stream().filter(issue -> issue.row() != last).toList();
        return whole.isEmpty()
                ? new IssuePage(items, last)
                : new IssuePage(whole, whole.getLast().row());
    }

    private Mono<List<Issue>> issues(String id, boolean rejected, int afterRow, int limit, Locale language) {
        return imports.issues(id, rejected, afterRow, limit)
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
