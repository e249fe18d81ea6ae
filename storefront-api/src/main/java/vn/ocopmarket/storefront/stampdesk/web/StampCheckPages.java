package vn.ocopmarket.storefront.stampdesk.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stampdesk.StampChecks;
import vn.ocopmarket.storefront.stampdesk.StampChecks.Stamp;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;
import vn.ocopmarket.storefront.throttle.Origins;

/** Tells a buyer what a stamp is worth. Nobody gets through all numbers: checks are counted by where they come from. */
@Controller
class StampCheckPages {

    /** Enough for a shelf in a shop; a roll of stamps would take years. */
    private static final Limit CHECKS = new Limit("stamp check", 60, Duration.ofMinutes(10));

    private static final int LONGEST = 40;
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final StampChecks checks;
    private final CountingAttempts counting;
    private final Origins origins;

    StampCheckPages(StampChecks checks, CountingAttempts counting, Origins origins) {
        this.checks = checks;
        this.counting = counting;
        this.origins = origins;
    }

    /** Where to write a number; who wrote one goes on to its page. */
    @GetMapping("/stamps")
    Rendering form(@RequestParam(required = false) @Nullable String number) {
        var plain = number == null ? "" : plain(number);
        if (plain.isEmpty()) {
            return page("", null).build();
        }
        var address = UriComponentsBuilder.fromPath("/stamps/{number}")
                .encode()
                .buildAndExpand(plain)
                .toUri();
        return Rendering.redirectTo(address.toASCIIString())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    @GetMapping("/stamps/{number}")
    Mono<Rendering> check(@PathVariable String number, ServerHttpRequest request) {
        var plain = plain(number);
        return counting.begin(CHECKS, from(request))
                .flatMap(wait -> Mono.<Rendering>error(tooMany(wait)))
                .switchIfEmpty(Mono.defer(() -> checks.check(plain)
                        .map(stamp -> page(stamp.number(), stamp).build())
                        .defaultIfEmpty(
                                page(plain, null).status(HttpStatus.NOT_FOUND).build())
                        .onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "5"))));
    }

    private String from(ServerHttpRequest request) {
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }

    private static Problem tooMany(Duration wait) {
        var seconds = Math.max(1, wait.toSeconds());
        return Problem.of("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS.value(), seconds)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .with("retryAfter", seconds);
    }

    private static Rendering.Builder<?> page(String number, @Nullable Stamp stamp) {
        var page = Rendering.view("stampdesk/check")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .modelAttribute("number", number);
        return stamp == null ? page : page.modelAttribute("stamp", stamp);
    }

    private static String plain(String number) {
        var plain = SIGNS.matcher(number).replaceAll("");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
