package vn.ocopmarket.catalog.epcis.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.epcis.CapturingEvents;
import vn.ocopmarket.catalog.epcis.CapturingEvents.Captured;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;
import vn.ocopmarket.catalog.epcis.EventProblem;
import vn.ocopmarket.catalog.epcis.EventQuery;
import vn.ocopmarket.catalog.epcis.Events;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;

@RestController
@RequestMapping("/api/v1/epcis")
class EpcisController {

    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    private static final int LARGEST = 16 << 20;

    private final CapturingEvents capturing;
    private final Events events;
    private final MessageSource messages;

    EpcisController(CapturingEvents capturing, Events events, MessageSource messages) {
        this.capturing = capturing;
        this.events = events;
        this.messages = messages;
    }

    /** Takes a document or a single event; the header is that of the standard. */
    @PostMapping(
            path = "/capture",
            consumes = {"application/ld+json", MediaType.APPLICATION_JSON_VALUE})
    Mono<CaptureView> capture(
            ServerWebExchange exchange,
            @RequestHeader(name = "GS1-Capture-Error-Behaviour", defaultValue = "rollback") String onError,
            Locale language,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return exchange.getRequest()
                .getBody()
                .reduceWith(ByteArrayOutputStream::new, EpcisController::gather)
                .map(ByteArrayOutputStream::toByteArray)
                .flatMap(content -> capturing.capture(content, onError.equals("proceed"), caller))
                .map(Outcome::orProblem)
                .map(captured -> answer(captured, language));
    }

    @GetMapping("/events")
    Mono<ResponseEntity<String>> query(
            @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal @Nullable Jwt token) {
        var query = EpcisParameters.query(parameters, readers(token));
        return events.find(query).collectList().map(found -> {
            var answer = ResponseEntity.ok().contentType(JSON_LD).header("GS1-EPCIS-Version", "2.0");
            if (found.size() == query.limit()) {
                answer.header(HttpHeaders.LINK, "<" + next(parameters, found.getLast()) + ">; rel=\"next\"");
            }
            return answer.body(EpcisDocuments.queryAnswer(found));
        });
    }

    /** All events of the query as one document, streamed. */
    @GetMapping("/export")
    ResponseEntity<Flux<String>> export(
            @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal @Nullable Jwt token) {
        var first = EpcisParameters.query(parameters, readers(token));
        var all = page(first)
                .expand(page -> page.size() < first.limit()
                        ? Mono.empty()
                        : page(first.from(EpcisParameters.position(page.getLast()))));
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .header("GS1-EPCIS-Version", "2.0")
                .body(EpcisDocuments.stream(all.concatMapIterable(page -> page, 1)));
    }

    private Mono<List<Recorded>> page(EventQuery query) {
        return events.find(query).collectList();
    }

    private static Set<String> readers(@Nullable Jwt token) {
        if (token == null) {
            throw Problem.of("unauthorized", 401);
        }
        return EpcisParameters.readers(Caller.of(token.getClaims()));
    }

    private static URI next(MultiValueMap<String, String> parameters, Recorded last) {
        var builder = UriComponentsBuilder.fromPath("/api/v1/epcis/events");
        var values = new ArrayList<String>();
        parameters.forEach((name, all) -> {
            if (!name.equals(EpcisParameters.NEXT)) {
                all.forEach(value -> {
                    builder.queryParam(name, "{value}");
                    values.add(value);
                });
            }
        });
        builder.queryParam(EpcisParameters.NEXT, EpcisParameters.token(last));
        return builder.encode().build(values.toArray());
    }

    private CaptureView answer(Captured captured, Locale language) {
        var problems = captured.problems().stream()
                .map(problem -> view(problem, language))
                .toList();
        if (captured.eventIds().isEmpty() && !problems.isEmpty()) {
            throw Problem.of("epcis-document", 400).with("errors", problems);
        }
        return new CaptureView(captured.eventIds(), captured.added(), captured.known(), problems);
    }

    private Map<String, String> view(EventProblem problem, Locale language) {
        var words = messages.getMessage(
                "epcis." + problem.code(), new Object[] {problem.detail()}, problem.code(), language);
        return Map.of("pointer", problem.pointer(), "message", String.valueOf(words));
    }

    private static ByteArrayOutputStream gather(ByteArrayOutputStream content, DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        var _ = DataBufferUtils.release(buffer);
        if (content.size() + bytes.length > LARGEST) {
            throw Problem.of("too-large", 413);
        }
        content.writeBytes(bytes);
        return content;
    }

    /** What was taken in, and what was passed over because it was wrong. */
    record CaptureView(List<String> eventIDs, int added, int known, List<Map<String, String>> errors) {}
}
