package vn.ocopmarket.storefront.lotdesk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** Lots of one's products: the list, a new one, changing it, calling it back. */
@DeskPage
@RequestMapping("/staff/lots")
class LotPages {

    private static final List<String> UNITS = List.of("H87", "KGM", "GRM", "LTR", "MLT", "BX", "BO", "TNE");

    private final Catalogue catalogue;
    private final FindingOwnProducts products;
    private final CurrentStaff staff;

    LotPages(Catalogue catalogue, FindingOwnProducts products, CurrentStaff staff) {
        this.catalogue = catalogue;
        this.products = products;
        this.staff = staff;
    }

    /** The products to choose from, or the lots of the chosen one. */
    @GetMapping
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String product, Locale language) {
        return asker(language)
                .flatMap(asker -> product == null || product.isBlank()
                        ? choice(asker)
                        : products.named(asker.member(), product.strip())
                                .flatMap(found -> lots(asker, found, Entry.NONE))
                                .switchIfEmpty(Mono.defer(() -> choice(asker))));
    }

    @PostMapping
    Mono<Rendering> add(@RequestParam String product, ServerWebExchange exchange, Locale language) {
        return Mono.zip(asker(language), exchange.getFormData()).flatMap(both -> {
            var form = LotForm.of(both.getT2());
            var question = Question.post("/api/v1/lots").json(form.body());
            return catalogue.ask(both.getT1(), question, LotRecord.class).flatMap(reply -> switch (reply) {
                case Reply.Given<LotRecord>(var lot) -> Mono.just(to(lot.id(), "lot-added"));
                case Reply.Refused<LotRecord> refused ->
                    products.named(both.getT1().member(), product)
                            .switchIfEmpty(Mono.error(() -> Problem.of(refused.type(), refused.status())))
                            .flatMap(found -> lots(both.getT1(), found, new Entry("lot", form.said(), refused)));
            });
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(@PathVariable String id, Locale language) {
        return asker(language).flatMap(asker -> show(asker, id, Entry.NONE));
    }

    @PostMapping("/{id}")
    Mono<Rendering> edit(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return Mono.zip(asker(language), exchange.getFormData()).flatMap(both -> {
            var form = LotForm.of(both.getT2());
            var question = Question.put("/api/v1/lots/{id}", id)
                    .from(revision(both.getT2()))
                    .json(form.body());
            return answered(both.getT1(), id, question, new Said("lot", form.said(), "lot-changed"));
        });
    }

    @PostMapping("/{id}/recalls")
    Mono<Rendering> recall(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return Mono.zip(asker(language), exchange.getFormData()).flatMap(both -> {
            var said = new LinkedHashMap<String, String>();
            for (var field : List.of("reason", "advice", "decision")) {
                var words = Objects.requireNonNullElse(both.getT2().getFirst(field), "")
                        .strip();
                if (!words.isEmpty()) {
                    said.put(field, words);
                }
            }
            var question = Question.post("/api/v1/lots/{id}/recalls", id).json(said);
            return answered(both.getT1(), id, question, new Said("recall", said, "lot-recalled"));
        });
    }

    /** What was sent, and what is said when it was done. */
    private record Said(String form, Map<String, String> fields, String done) {}

    private Mono<Rendering> answered(Asker asker, String id, Question question, Said said) {
        return catalogue.ask(asker, question, LotRecord.class).flatMap(reply -> switch (reply) {
            case Reply.Given<LotRecord> _ -> Mono.just(to(id, said.done()));
            case Reply.Refused<LotRecord> refused -> show(asker, id, new Entry(said.form(), said.fields(), refused));
        });
    }

    private Mono<Rendering> choice(Asker asker) {
        return Mono.zip(products.of(asker.member()).collectList(), products.brokenLinks(asker))
                .map(both -> Rendering.view("lotdesk/choose")
                        .modelAttribute("products", both.getT1())
                        .modelAttribute("broken", both.getT2())
                        .build());
    }

    private Mono<Rendering> lots(Asker asker, ProductRecord product, Entry entry) {
        return catalogue
                .ask(
                        asker,
                        Question.get("/api/v1/lots")
                                .with("product", product.id())
                                .with("limit", 200),
                        LotList.class)
                .map(Reply::orProblem)
                .map(found -> Rendering.view("lotdesk/lots")
                        .modelAttribute("product", product)
                        .modelAttribute("lots", found.items())
                        .modelAttribute("entry", entry)
                        .modelAttribute("units", UNITS)
                        .status(HttpStatus.valueOf(entry.status()))
                        .build());
    }

    private Mono<Rendering> show(Asker asker, String id, Entry entry) {
        return products.lot(asker, id)
                .map(lot -> Rendering.view("lotdesk/lot")
                        .modelAttribute("lot", lot)
                        .modelAttribute("now", LotForm.of(lot).said())
                        .modelAttribute("entry", entry)
                        .modelAttribute("units", UNITS)
                        .status(HttpStatus.valueOf(entry.status()))
                        .build());
    }

    /** A page of lots, as the catalogue answers it. */
    record LotList(List<LotRecord> items) {}

    private Mono<Asker> asker(Locale language) {
        return staff.get().map(member -> new Asker(member, language));
    }

    private static long revision(MultiValueMap<String, String> form) {
        var text = Objects.requireNonNullElse(form.getFirst("revision"), "");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static Rendering to(String id, String done) {
        return Rendering.redirectTo("/staff/lots/" + id + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
