package vn.ocopmarket.storefront.trace.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.trace.KnownLinks;
import vn.ocopmarket.storefront.trace.Traces;
import vn.ocopmarket.storefront.trace.web.TraceView.Asked;

/** The page behind a code. It always answers for an item that exists, also expired, withdrawn, recalled or of an unknown lot. */
@Component
class TracePages {

    private final Traces traces;
    private final KnownLinks links;
    private final PagesSettings settings;
    private final Clock clock;

    TracePages(Traces traces, KnownLinks links, PagesSettings settings, Clock clock) {
        this.traces = traces;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<TraceRecord> behind(DigitalLink link) {
        return orProblem(traces.behind(link));
    }

    Mono<TraceRecord> ofLot(String id) {
        return orProblem(traces.ofLot(id));
    }

    Linkset linkset(TraceRecord trace, String path) {
        return Linkset.of(trace, path, settings.baseUrl());
    }

    Mono<Rendering> show(Mono<TraceRecord> found, Asked asked) {
        return found.map(trace -> Rendering.view("trace")
                .modelAttribute("trace", TraceView.of(trace, asked, answer(trace), LocalDate.now(clock)))
                .header("Link", linkset(trace, asked.path()).header())
                .build());
    }

    private @Nullable LinkAnswer answer(TraceRecord trace) {
        return links.of(trace.product().id(), trace.product().traceUrl());
    }

    private static Mono<TraceRecord> orProblem(Mono<TraceRecord> found) {
        return found.switchIfEmpty(Mono.error(() -> Problem.of("trace-not-found", 404)))
                .onErrorMap(failure -> failure instanceof Problem
                        ? failure
                        : Problem.of("unavailable", 503).header("Retry-After", "5"));
    }
}
