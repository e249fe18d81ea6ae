package vn.ocopmarket.catalog.certificate.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.certificate.AttachingDecisions;
import vn.ocopmarket.catalog.certificate.Decisions;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.contract.product.Evidence;

/** Signed decisions, to read for everybody: their name is their content, so they never change. */
@RestController
class DecisionController {

    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private final Decisions decisions;
    private final AttachingDecisions attaching;

    DecisionController(Decisions decisions, AttachingDecisions attaching) {
        this.decisions = decisions;
        this.attaching = attaching;
    }

    /** Keeps one that many certificates are to name. */
    @PostMapping(path = "/api/v1/decisions", consumes = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<Evidence.File>> keep(
            @RequestParam(defaultValue = "") String number, @RequestBody Flux<DataBuffer> content) {
        return Uploads.bytes(content)
                .flatMap(bytes -> attaching.keep(number, bytes))
                .map(Outcome::orProblem)
                .map(file -> ResponseEntity.created(URI.create("/api/v1/decisions/" + file.sha256()))
                        .body(file));
    }

    @GetMapping("/api/v1/decisions/{sha256}")
    Mono<ResponseEntity<byte[]>> decision(@PathVariable String sha256) {
        return decisions
                .find(sha256)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .eTag('"' + sha256 + '"')
                        .cacheControl(
                                CacheControl.maxAge(ONE_YEAR).cachePublic().immutable())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(content))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
