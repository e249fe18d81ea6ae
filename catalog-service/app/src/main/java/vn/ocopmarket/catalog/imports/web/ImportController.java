package vn.ocopmarket.catalog.imports.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
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
import vn.ocopmarket.catalog.imports.FileFormat;
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

    private final AcceptingImports accepting;
    private final Imports imports;
    private final RowSources sources;
    private final ImportViews views;

    ImportController(AcceptingImports accepting, Imports imports, RowSources sources, ImportViews views) {
        this.accepting = accepting;
        this.imports = imports;
        this.sources = sources;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> upload(
            @RequestPart("file") FilePart file,
            @RequestParam(defaultValue = "false") boolean sample,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return accept(
                new Arrival(
                        formatOf(file.filename(), file.headers().getContentType()), file.filename(), caller, sample),
                file.content());
    }

    @PostMapping(consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Accepted>> body(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "false") boolean sample,
            @AuthenticationPrincipal Jwt token) {
        var type = exchange.getRequest().getHeaders().getContentType();
        var caller = Caller.of(token.getClaims());
        return accept(
                new Arrival(formatOf("", type), null, caller, sample),
                exchange.getRequest().getBody());
    }

    private Mono<ResponseEntity<Accepted>> accept(Arrival arrival, Flux<DataBuffer> content) {
        Function<Path, Mono<Void>> receive = file -> DataBufferUtils.write(Limited.to(LARGEST, content), file);
        return accepting
                .accept(arrival, receive)
                .map(Outcome::orProblem)
                .map(job -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/imports/" + job.id()))
                        .body(new Accepted(job.id())));
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
                .flatMap(_ -> views.errors(id, cursor, limit, language))
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
