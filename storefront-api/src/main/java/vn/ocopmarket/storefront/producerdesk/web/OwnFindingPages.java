package vn.ocopmarket.storefront.producerdesk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.AnsweringFindings;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;
import vn.ocopmarket.storefront.producerdesk.OwnFinding;

/** What inspections found about a producer, what it blocks, and the producer's answer. */
@DeskPage
class OwnFindingPages {

    private static final String PATH = "/staff/own-findings";
    private static final String FORM = "answers";

    private final CurrentStaff staff;
    private final AnsweringFindings findings;
    private final KeepingOwnProducts products;
    private final Clock clock;

    OwnFindingPages(CurrentStaff staff, AnsweringFindings findings, KeepingOwnProducts products, Clock clock) {
        this.staff = staff;
        this.findings = findings;
        this.products = products;
        this.clock = clock;
    }

    /**
     * A finding in the list.
     *
     * @param blocked the product that is without its certificate today because of it, or null
     */
    record Line(OwnFinding finding, @Nullable ProductRecord blocked) {}

    @GetMapping(PATH)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String product, Locale language) {
        return asker(language)
                .flatMap(asker -> findings.all(asker, product).flatMap(found -> lines(asker, found)))
                .map(lines -> Rendering.view("producerdesk/findings")
                        .modelAttribute("lines", lines)
                        .modelAttribute("narrowed", product != null && !product.isBlank())
                        .build());
    }

    @GetMapping(PATH + "/{finding}")
    Mono<Rendering> show(@PathVariable String finding, Locale language) {
        return asker(language).flatMap(asker -> page(asker, finding, Entry.NONE));
    }

    @PostMapping(PATH + "/{finding}/answers")
    Mono<Rendering> answer(@PathVariable String finding, ServerWebExchange exchange, Locale language) {
        return Mono.zip(asker(language), Form.by(exchange))
                .flatMap(sent -> findings.answer(
                                sent.getT1(), finding, sent.getT2().text("words"))
                        .flatMap(reply -> switch (reply) {
                            case Reply.Given<OwnFinding> _ -> Mono.just(answered(finding));
                            case Reply.Refused<OwnFinding> refused ->
                                page(
                                        sent.getT1(),
                                        finding,
                                        new Entry(FORM, sent.getT2().fields(), refused));
                        }));
    }

    private static Rendering answered(String finding) {
        var there = UriComponentsBuilder.fromPath(PATH)
                .pathSegment(finding)
                .queryParam("done", "finding-answers")
                .encode()
                .toUriString();
        return Rendering.redirectTo(there)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private Mono<Asker> asker(Locale language) {
        return staff.get().map(member -> new Asker(member, language));
    }

    private Mono<Rendering> page(Asker asker, String id, Entry entry) {
        return findings.one(asker, id)
                .flatMap(finding -> lines(asker, List.of(finding)))
                .map(lines -> Rendering.view("producerdesk/finding")
                        .status(HttpStatusCode.valueOf(entry.status()))
                        .modelAttribute("finding", lines.getFirst().finding())
                        .model(blocked(lines.getFirst()))
                        .modelAttribute("entry", entry)
                        .build());
    }

    private static Map<String, ?> blocked(Line line) {
        return line.blocked() == null ? Map.of() : Map.of("blocked", line.blocked());
    }

    /** Products are asked for only when a certificate was suspended. */
    private Mono<List<Line>> lines(Asker asker, List<OwnFinding> found) {
        return found.stream().allMatch(finding -> finding.rest() == null)
                ? Mono.just(
                        found.stream().map(finding -> new Line(finding, null)).toList())
                : products.all(asker)
                        .map(own -> found.stream()
                                .map(finding -> new Line(finding, blocked(finding.rest(), own)))
                                .toList());
    }

    /** A certificate may have been reinstated since, or withdrawn for another reason. */
    private @Nullable ProductRecord blocked(OwnFinding.@Nullable Rest rest, List<ProductRecord> own) {
        return rest == null
                ? null
                : own.stream()
                        .filter(product -> product.id().equals(rest.productId()))
                        .filter(product -> rests(rest, product))
                        .findFirst()
                        .orElse(null);
    }

    private boolean rests(OwnFinding.Rest rest, ProductRecord product) {
        var today = LocalDate.now(clock);
        return product.certificates().stream()
                .filter(certificate -> certificate.number().equals(rest.number()))
                .anyMatch(certificate -> product.stateOn(today, certificate) == CertificateState.SUSPENDED);
    }
}
