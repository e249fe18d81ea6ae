package vn.ocopmarket.storefront.stampdesk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

/** The batches of one's province, and recording a new one. */
@DeskPage
class StampListPages {

    private static final String API = "/api/v1/stamp-batches";
    private static final int PAGE = 50;
    private static final List<String> FIELDS =
            List.of("province", "series", "first", "last", "printedOn", "issuer", "order", "design");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final Clock clock;

    StampListPages(CurrentStaff staff, Catalogue catalogue, Clock clock) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/staff/stamps")
    Mono<Rendering> list(@RequestParam(defaultValue = "1") int page, Locale language) {
        return staff.get().flatMap(member -> show(new Asker(member, language), page, Entry.NONE));
    }

    @PostMapping("/staff/stamps")
    Mono<Rendering> record(ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var asker = new Asker(both.getT1(), language);
            var sent = both.getT2();
            var question = Question.post(API).json(sent.json(FIELDS));
            return catalogue.ask(asker, question, StampBatch.class).flatMap(reply -> switch (reply) {
                case Reply.Given<StampBatch>(var batch) -> Mono.just(StampBatchPages.to(batch.id(), "stamps-recorded"));
                case Reply.Refused<StampBatch> refused -> show(asker, 1, new Entry("print", sent.fields(), refused));
            });
        });
    }

    private Mono<Rendering> show(Asker asker, int page, Entry entry) {
        var question = Question.get(API).with("page", page).with("size", PAGE);
        return catalogue
                .ask(asker, question, StampBatch.Page.class)
                .map(Reply::orProblem)
                .map(found -> Rendering.view("stampdesk/list")
                        .status(HttpStatus.valueOf(entry.status()))
                        .model(Map.of(
                                "found",
                                found,
                                "entry",
                                entry,
                                "today",
                                LocalDate.now(clock),
                                "provinces",
                                asker.member().provinces().stream().sorted().toList()))
                        .build());
    }
}
