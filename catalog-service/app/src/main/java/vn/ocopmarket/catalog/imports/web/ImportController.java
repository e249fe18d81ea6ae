package vn.ocopmarket.catalog.imports.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.imports.AcceptingImports;
import vn.ocopmarket.catalog.imports.AcceptingImports.Arrival;
import vn.ocopmarket.catalog.imports.ActingOnImports;
import vn.ocopmarket.catalog.imports.FileFormat;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.imports.RowSources;
import vn.ocopmarket.catalog.problem.Limited;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final long LARGEST = 32L << 20;
    private static final int LARGEST_PAGE = 200;

    private final AcceptingImports accepting;
    private final Imports imports;
    private final RowSources sources;
    private final ImportViews views;
    private final ActingOnImports acting;

    ImportController(
            AcceptingImports accepting,
            ActingOnImports acting,
            Imports imports,
            RowSources sources,
            ImportViews views) {
        this.accepting = accepting;
        this.acting = acting;
        this.imports = imports;
        this.sources = sources;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> upload(
            @RequestPart("file") FilePart file, ImportTerms terms, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return accept(
                new Arrival(
                        formatOf(file.filename(), file.headers().getContentType()),
                        file.filename(),
                        caller,
                        terms.terms()),
                file.content());
    }

    @PostMapping(consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> body(
            ServerWebExchange exchange, ImportTerms terms, @AuthenticationPrincipal Jwt token) {
        var type = exchange.getRequest().getHeaders().getContentType();
        var caller = Caller.of(token.getClaims());
        var name = terms.fileName() == null ? "" : terms.fileName();
        return accept(
                new Arrival(formatOf(name, type), terms.fileName(), caller, terms.terms()),
                exchange.getRequest().getBody());
    }

    private Mono<ResponseEntity<Accepted>> accept(Arrival arrival, Flux<DataBuffer> content) {
        Function<Path, Mono<Void>> receive = file -> DataBufferUtils.write(Limited.to(LARGEST, content), file);
        return accepting.accept(arrival, receive).map(Outcome::orProblem).map(ImportController::accepted);
    }

    private static FileFormat formatOf(String fileName, @Nullable MediaType type) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx") || XLSX.isCompatibleWith(type)) {
            return FileFormat.XLSX;
        }
        if (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv") || CSV.isCompatibleWith(type)) {
            return FileFormat.CSV;
        }
        if (name.endsWith(".json") || MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            return FileFormat.JSON;
        }
        throw Problem.of("unsupported-media-type", 415);
    }

    /** Those that the caller may see, the newest first. */
    @GetMapping
    Mono<ImportView.ImportPage> page(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale language,
            @AuthenticationPrincipal Jwt token) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        return acting.list(Caller.of(token.getClaims()), cursor, size)
                .map(job -> views.brief(job, language))
                .collectList()
                .map(items -> new ImportView.ImportPage(
                        items, items.size() < size ? null : items.getLast().id()));
    }

    /** Writes what was previewed. */
    @PostMapping("/{id}/applications")
    Mono<ResponseEntity<Accepted>> apply(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return acting.apply(id, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(ImportController::accepted);
    }

    /** @param reason is told in the history of each product */
    record UndoRequest(@Nullable String reason) {}

    /** Takes back what was written. */
    @PostMapping("/{id}/undoings")
    Mono<ResponseEntity<Accepted>> undo(
            @PathVariable String id, @RequestBody UndoRequest request, @AuthenticationPrincipal Jwt token) {
        var why = Objects.requireNonNullElse(request.reason(), "");
        return acting.undo(id, why, Caller.of(token.getClaims()))
                .map(Outcome::orProblem)
                .map(ImportController::accepted);
    }

    private static ResponseEntity<Accepted> accepted(ImportJob job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(new Accepted(job.id()));
    }

    @GetMapping("/{id}")
    Mono<ImportView> one(@PathVariable String id, Locale language, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return imports.find(id)
                .filter(job -> caller.mayRead(job.caller()))
                .flatMap(job -> views.of(job, language))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/{id}/errors")
    Mono<ImportView.IssuePage> errors(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "500") int limit,
            Locale language,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return imports.find(id)
                .filter(job -> caller.mayRead(job.caller()))
                .flatMap(job -> views.errors(job, cursor, limit, language))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/{id}/errors.csv")
    Mono<ResponseEntity<Flux<String>>> errorFile(
            @PathVariable String id, Locale language, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return imports.find(id)
                .filter(job -> caller.mayRead(job.caller()))
                .map(job -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                        .body(views.errorLines(job, language)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Locale language) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ocop-template.xlsx\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(sources.template(language));
    }

    record Accepted(String id) {}
}
