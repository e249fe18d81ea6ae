package vn.ocopmarket.storefront.certificate.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.certificate.FindDecisions;
import vn.ocopmarket.storefront.pages.Problem;

/** Hands out signed decisions; their name is the hash of their bytes, so they may be kept for ever. */
@RestController
class DecisionController {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.pdf");
    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private final FindDecisions decisions;

    DecisionController(FindDecisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/decisions/{name}")
    Mono<ResponseEntity<byte[]>> decision(@PathVariable String name) {
        var named = NAME.matcher(name);
        if (!named.matches()) {
            return Mono.error(Problem.of("not-found", 404));
        }
        var sha256 = named.group(1);
        return decisions
                .bySha256(sha256)
                .onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "5"))
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .eTag('"' + sha256 + '"')
                        .cacheControl(
                                CacheControl.maxAge(ONE_YEAR).cachePublic().immutable())
                        .header("Content-Disposition", "inline; filename=\"" + sha256.substring(0, 12) + ".pdf\"")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(content))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }
}
