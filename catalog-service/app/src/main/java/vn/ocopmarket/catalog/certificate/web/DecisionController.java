package vn.ocopmarket.catalog.certificate.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.certificate.Decisions;
import vn.ocopmarket.catalog.problem.Problem;

/** Signed decisions for everybody: their name is their content, so they never change. */
@RestController
class DecisionController {

    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
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
