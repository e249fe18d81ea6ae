package vn.ocopmarket.storefront.officerdesk.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
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

/** One act on all that is ticked: first what exactly, then what came of it for each. */
@DeskPage
class CertificateBulkPages {

    private static final String FORM = "bulk";

    private final CurrentStaff staff;
    private final Catalogue catalogue;

    CertificateBulkPages(CurrentStaff staff, Catalogue catalogue) {
        this.staff = staff;
        this.catalogue = catalogue;
    }

    /** What came of it for one, as the catalogue answers. */
    record Came(
            String product,
            String number,
            @Nullable String name,
            @Nullable Long revision,
            String came,
            @Nullable String words) {

        public boolean good() {
            return came.equals("DONE") || came.equals("ALREADY");
        }
    }

    private record Results(List<Came> items) {}

    private record Kept(String sha256) {}

    @PostMapping("/staff/certificates/bulk")
    Mono<Rendering> ask(ServerWebExchange exchange) {
        return SentForm.by(exchange, CertifiedProductPages.MOST_BYTES)
                .map(sent -> form(act(sent), Pick.all(sent), Entry.NONE));
    }

    @PostMapping("/staff/certificates/bulk/acts")
    Mono<Rendering> act(ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, CertifiedProductPages.MOST_BYTES))
                .flatMap(both -> {
                    var asker = new Asker(both.getT1(), language);
                    var sent = both.getT2();
                    return Pick.all(sent).isEmpty()
                            ? Mono.just(form(act(sent), List.of(), Entry.NONE))
                            : act(sent).file() ? keepThenAct(asker, sent) : carryOut(asker, sent, null);
                });
    }

    private Mono<Rendering> keepThenAct(Asker asker, SentForm sent) {
        var file = sent.bytes();
        var question = Question.post("/api/v1/decisions")
                .with("number", sent.field("decision"))
                .bytes("application/pdf", file);
        return catalogue.ask(asker, question, Kept.class).flatMap(reply -> switch (reply) {
            case Reply.Given<Kept>(var kept) -> carryOut(asker, sent, kept.sha256());
            case Reply.Refused<Kept> refused -> Mono.just(refused(sent, refused));
        });
    }

    private Mono<Rendering> carryOut(Asker asker, SentForm sent, @Nullable String sha256) {
        var act = act(sent);
        var body = new LinkedHashMap<String, Object>();
        body.put("act", act.apiName());
        body.put(
                "items",
                Pick.all(sent).stream()
                        .map(pick ->
                                Map.of("product", pick.product(), "number", pick.number(), "revision", pick.revision()))
                        .toList());
        body.put("fields", act.body(sent.fields()));
        if (sha256 != null) {
            body.put("sha256", sha256);
        }
        return catalogue
                .ask(asker, Question.post("/api/v1/certificates/acts").json(body), Results.class)
                .map(reply -> switch (reply) {
                    case Reply.Given<Results>(var results) -> results(act, sent, results.items());
                    case Reply.Refused<Results> refused -> refused(sent, refused);
                });
    }

    private static Rendering results(BulkAct act, SentForm sent, List<Came> items) {
        var names = new LinkedHashMap<String, String>();
        Pick.all(sent).forEach(pick -> names.put(pick.product(), pick.name()));
        return Rendering.view("officerdesk/came")
                .modelAttribute("act", act)
                .modelAttribute("items", items)
                .modelAttribute("names", names)
                .modelAttribute("good", items.stream().filter(Came::good).count())
                .build();
    }

    private static Rendering refused(SentForm sent, Reply.Refused<?> refused) {
        return form(act(sent), Pick.all(sent), new Entry(FORM, sent.fields(), refused));
    }

    private static BulkAct act(SentForm sent) {
        return Arrays.stream(BulkAct.values())
                .filter(act -> act.name().equals(sent.field("act")))
                .findFirst()
                .orElse(BulkAct.RENEWAL);
    }

    private static Rendering form(BulkAct act, List<Pick> picks, Entry entry) {
        return Rendering.view("officerdesk/bulk")
                .status(org.springframework.http.HttpStatus.valueOf(entry.status()))
                .modelAttribute("act", act)
                .modelAttribute("picks", picks)
                .modelAttribute("entry", entry)
                .build();
    }
}
