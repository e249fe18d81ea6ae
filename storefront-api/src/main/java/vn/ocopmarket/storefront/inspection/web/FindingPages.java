package vn.ocopmarket.storefront.inspection.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Findings in lists, and each with what can be done about it. */
@DeskPage
class FindingPages {

    /** As large as a good photograph of a telephone. */
    static final int MOST_BYTES = 12 << 20;

    private static final String API = "/api/v1/findings";
    private static final String FINDING = "/staff/findings/{finding}";
    private static final List<String> LISTS = List.of("ALL", "OVERDUE", "OPEN", "ANSWERED", "SUSPENDED", "CLOSED");
    private static final List<String> FIELDS = List.of("until", "why", "conclusion", "number", "product", "reason");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final ShowingFindings showing;

    FindingPages(CurrentStaff staff, Catalogue catalogue, ShowingFindings showing) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.showing = showing;
    }

    /** What the address of a list says. */
    record FindingFilter(
            @Nullable String list,
            @Nullable String producer,
            @Nullable Integer page) {

        public String listOrAll() {
            return list != null && LISTS.contains(list) ? list : "ALL";
        }
    }

    @GetMapping("/staff/findings")
    Mono<Rendering> list(@ModelAttribute FindingFilter filter, Locale language) {
        var question = Question.get(API)
                .with("list", filter.listOrAll())
                .with("producer", filter.producer())
                .with("page", filter.page())
                .with("size", 50);
        return staff.get()
                .flatMap(member -> catalogue
                        .ask(new Asker(member, language), question, FindingList.class)
                        .map(Reply::orProblem)
                        .map(found -> Rendering.view("inspection/list")
                                .modelAttribute("found", found)
                                .modelAttribute("filter", filter)
                                .modelAttribute("lists", LISTS)
                                .modelAttribute("inspects", member.may(Permission.INSPECT))
                                .build()));
    }

    @GetMapping(FINDING)
    Mono<Rendering> show(@PathVariable String finding, Locale language) {
        return staff.get().flatMap(member -> showing.page(new Asker(member, language), finding, Entry.NONE));
    }

    @PostMapping(FINDING + "/extensions")
    Mono<Rendering> extend(@PathVariable String finding, ServerWebExchange exchange, Locale language) {
        return act(finding, "extensions", exchange, language);
    }

    @PostMapping(FINDING + "/suspensions")
    Mono<Rendering> suspend(@PathVariable String finding, ServerWebExchange exchange, Locale language) {
        return act(finding, "suspensions", exchange, language);
    }

    @PostMapping(FINDING + "/closings")
    Mono<Rendering> close(@PathVariable String finding, ServerWebExchange exchange, Locale language) {
        return act(finding, "closings", exchange, language);
    }

    private Mono<Rendering> act(String finding, String act, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, MOST_BYTES)).flatMap(both -> {
            var sent = both.getT2();
            var question = Question.post(API + "/{id}/" + act, finding).json(sent.json(FIELDS));
            var seen = sent.field("revision");
            return send(
                    new Asker(both.getT1(), language),
                    finding,
                    seen.matches("\\d{1,18}") ? question.from(Long.parseLong(seen)) : question,
                    new Entry(act, sent.fields(), null));
        });
    }

    @PostMapping(FINDING + "/evidence")
    Mono<Rendering> prove(@PathVariable String finding, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, MOST_BYTES)).flatMap(both -> {
            var sent = both.getT2();
            return send(
                    new Asker(both.getT1(), language),
                    finding,
                    evidence(finding, sent),
                    new Entry("evidence", Map.of(), null));
        });
    }

    static Question evidence(String finding, SentForm sent) {
        return Question.post(API + "/{id}/evidence", finding)
                .with("name", sent.file() == null ? "" : sent.file().name())
                .bytes("application/octet-stream", sent.bytes());
    }

    private Mono<Rendering> send(Asker asker, String finding, Question question, Entry entry) {
        return catalogue.ask(asker, question, JsonNode.class).flatMap(reply -> switch (reply) {
            case Reply.Given<JsonNode> _ -> Mono.just(done(finding, "finding-" + entry.form()));
            case Reply.Refused<JsonNode> refused ->
                showing.page(asker, finding, new Entry(entry.form(), entry.said(), refused));
        });
    }

    static Rendering done(String finding, String what) {
        return Rendering.redirectTo(URI.create("/staff/findings/" + finding + "?done=" + what)
                        .toString())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
