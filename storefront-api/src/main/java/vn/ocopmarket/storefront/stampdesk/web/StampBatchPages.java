package vn.ocopmarket.storefront.stampdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.stampdesk.web.ShowingStamps.Choice;

/** A batch, and all that is done with its stamps. */
@DeskPage
@RequestMapping("/staff/stamps/{batch}")
class StampBatchPages {

    private static final String API = "/api/v1/stamp-batches/{id}";
    private static final List<String> NUMBERS = List.of("first", "last", "reason");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final ShowingStamps showing;

    StampBatchPages(CurrentStaff staff, Catalogue catalogue, ShowingStamps showing) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.showing = showing;
    }

    @GetMapping
    Mono<Rendering> one(@PathVariable String batch, @ModelAttribute Choice choice, Locale language) {
        return staff.get().flatMap(member -> showing.page(new Asker(member, language), batch, choice, Entry.NONE));
    }

    @PostMapping("/ranges")
    Mono<Rendering> give(@PathVariable String batch, ServerWebExchange exchange, Locale language) {
        return act(
                batch,
                exchange,
                language,
                sent -> new Act(
                        Question.post(API + "/ranges", batch)
                                .json(sent.json(List.of("key", "first", "last", "product", "certificate", "on"))),
                        "give",
                        "stamps-given"));
    }

    @PostMapping("/ranges/{range}/returns")
    Mono<Rendering> takeBack(
            @PathVariable String batch, @PathVariable String range, ServerWebExchange exchange, Locale language) {
        return act(
                batch,
                exchange,
                language,
                sent -> new Act(
                        Question.post(API + "/ranges/{range}/returns", batch, range)
                                .json(sent.json(NUMBERS)),
                        "returns-" + range,
                        "stamps-returned"));
    }

    @PostMapping("/notes")
    Mono<Rendering> note(@PathVariable String batch, ServerWebExchange exchange, Locale language) {
        return act(
                batch,
                exchange,
                language,
                sent -> new Act(
                        Question.post(API + "/notes", batch)
                                .json(sent.json(List.of("first", "last", "fate", "lot", "reason", "on"))),
                        "note",
                        "stamps-noted"));
    }

    @PostMapping("/corrections")
    Mono<Rendering> correct(@PathVariable String batch, ServerWebExchange exchange, Locale language) {
        return act(
                batch,
                exchange,
                language,
                sent -> new Act(
                        Question.post(API + "/corrections", batch).json(sent.json(NUMBERS)),
                        "correct",
                        "stamps-corrected"));
    }

    /** What is asked, which form asks, and what is said when it was done. */
    private record Act(Question question, String form, String done) {}

    private Mono<Rendering> act(
            String batch, ServerWebExchange exchange, Locale language, Function<SentForm, Act> how) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var asker = new Asker(both.getT1(), language);
            var sent = both.getT2();
            var act = how.apply(sent);
            return catalogue.ask(asker, act.question(), StampBatch.class).flatMap(reply -> switch (reply) {
                case Reply.Given<StampBatch> _ -> Mono.just(to(batch, act.done()));
                case Reply.Refused<StampBatch> refused ->
                    showing.page(asker, batch, Choice.of(sent), new Entry(act.form(), sent.fields(), refused));
            });
        });
    }

    static Rendering to(String batch, String done) {
        return Rendering.redirectTo("/staff/stamps/" + batch + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
