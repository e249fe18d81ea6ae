package vn.ocopmarket.storefront.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.inspection.web.FindingList.Finding;

/** Puts the page of a finding together. */
@Component
class ShowingFindings {

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    ShowingFindings(Catalogue catalogue, Accounts accounts, MessageSource messages, Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** As the deeds of the frame show it. */
    record StepView(
            java.time.Instant at,
            String who,
            String what,
            @Nullable String of,
            String why) {}

    private record Products(List<ProductRecord> items) {}

    /** Never empty; a problem when there is none, or not for who asks. */
    Mono<Rendering> page(Asker asker, String id, Entry entry) {
        return catalogue
                .ask(asker, Question.get("/api/v1/findings/{id}", id), Finding.class)
                .map(Reply::orProblem)
                .flatMap(finding -> Mono.zip(product(asker, finding), names(finding), (products, names) -> {
                    var where = Where.province(finding.subject().provinceCode());
                    return Rendering.view("inspection/finding")
                            .status(HttpStatus.valueOf(entry.status()))
                            .modelAttribute("finding", finding)
                            .modelAttribute("products", products)
                            .modelAttribute("today", LocalDate.now(clock))
                            .modelAttribute("numbers", numbers(products))
                            .modelAttribute("steps", steps(finding, names, asker))
                            .modelAttribute("inspects", asker.member().may(Permission.INSPECT, where))
                            .modelAttribute("keeps", asker.member().may(Permission.KEEP_CERTIFICATES, where))
                            .modelAttribute("entry", entry)
                            .build();
                }));
    }

    private Mono<List<ProductRecord>> product(Asker asker, Finding finding) {
        var id = finding.subject().productId();
        return id == null
                ? Mono.just(List.of())
                : catalogue
                        .ask(asker, Question.get("/api/v1/products").with("ids", id), Products.class)
                        .map(Reply::orProblem)
                        .map(Products::items);
    }

    /** Certificates that show stars today can rest. */
    private List<String> numbers(List<ProductRecord> products) {
        var today = LocalDate.now(clock);
        return products.stream()
                .flatMap(product -> product.certificates().stream()
                        .filter(certificate ->
                                product.stateOn(today, certificate).showsStars()))
                .map(certificate -> certificate.number())
                .toList();
    }

    private Mono<Map<String, String>> names(Finding finding) {
        var who = finding.history().stream()
                .map(FindingList.Step::who)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Flux.fromIterable(who)
                .flatMap(accounts::byId)
                .collectMap(
                        account -> account.member().accountId(),
                        account -> account.member().email());
    }

    private List<StepView> steps(Finding finding, Map<String, String> names, Asker asker) {
        return finding.history().reversed().stream()
                .map(step -> new StepView(
                        step.at(),
                        names.getOrDefault(step.who(), step.who()),
                        Objects.requireNonNull(messages.getMessage(
                                "finding.step." + step.what(), null, step.what(), asker.language())),
                        null,
                        step.words()))
                .toList();
    }
}
