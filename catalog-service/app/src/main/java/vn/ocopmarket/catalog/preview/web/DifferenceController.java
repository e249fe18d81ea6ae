package vn.ocopmarket.catalog.preview.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.product.Plans;
import vn.ocopmarket.catalog.product.Plans.Only;
import vn.ocopmarket.catalog.product.Plans.Planned;

/** What a previewed import would change of each product. */
@RestController
@RequestMapping("/api/v1/imports/{id}")
class DifferenceController {

    private static final int LARGEST_PAGE = 500;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final Plans plans;
    private final DifferenceFiles files;

    DifferenceController(Imports imports, Plans plans, DifferenceFiles files) {
        this.imports = imports;
        this.plans = plans;
        this.files = files;
    }

    /**
     * What would become of one product.
     *
     * @param isNew whether it is not there yet
     * @param rows that say so
     * @param superseded numbers of certificates that end by it
     */
    record Difference(
            String productId,
            String name,
            String producer,
            boolean isNew,
            List<Integer> rows,
            List<FieldChange> changes,
            List<String> superseded) {

        static Difference of(Planned planned) {
            var record = planned.after().record();
            return new Difference(
                    record.id(),
                    record.name(),
                    record.producer().name(),
                    planned.base() == 0,
                    planned.rows(),
                    planned.changes(),
                    planned.superseded());
        }
    }

    record DifferencePage(List<Difference> items, @Nullable Integer next) {}

    /** @param only {@code all}, {@code new}, {@code changed} or {@code superseding} */
    @GetMapping("/differences")
    Mono<DifferencePage> page(
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String only,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Jwt token) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        return seen(id, token)
                .flatMap(job -> plans.page(job.id(), part(only), cursor, size).collectList())
                .map(found -> new DifferencePage(
                        found.stream().map(Difference::of).toList(),
                        found.size() < size ? null : found.getLast().rows().getFirst()));
    }

    private static Only part(String only) {
        return switch (only) {
            case "new" -> Only.NEW;
            case "changed" -> Only.CHANGED;
            case "superseding" -> Only.SUPERSEDING;
            default -> Only.ALL;
        };
    }

    @GetMapping("/differences.csv")
    Mono<ResponseEntity<Flux<String>>> csv(
            @PathVariable String id, Locale language, @AuthenticationPrincipal Jwt token) {
        return seen(id, token)
                .map(job -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"differences.csv\"")
                        .body(files.csv(all(job), language)));
    }

    @GetMapping("/differences.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(@PathVariable String id, Locale language, @AuthenticationPrincipal Jwt token) {
        return seen(id, token)
                .flatMap(job -> files.xlsx(all(job), language))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"differences.xlsx\"")
                        .body(bytes));
    }

    /** Page by page, so that the time the store has does not run while a slow reader reads. */
    private Flux<Difference> all(ImportJob job) {
        return batch(job, 0)
                .expand(found -> found.size() < LARGEST_PAGE
                        ? Mono.empty()
                        : batch(job, found.getLast().rows().getFirst()))
                .concatMapIterable(found -> found, 1)
                .map(Difference::of);
    }

    private Mono<List<Planned>> batch(ImportJob job, int afterRow) {
        return plans.page(job.id(), Only.ALL, afterRow, LARGEST_PAGE).collectList();
    }

    private Mono<ImportJob> seen(String id, Jwt token) {
        var caller = Caller.of(token.getClaims());
        return imports.find(id)
                .filter(job -> caller.mayRead(job.caller()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
