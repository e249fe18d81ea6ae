package vn.ocopmarket.storefront.officerdesk.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** One product: its certificates, with every act as a form. */
@DeskPage
class CertifiedProductPages {

    /** The catalogue takes no larger decisions. */
    static final int MOST_BYTES = 10 << 20;

    private static final String PATH = "/staff/certificates/{product}";
    private static final String CERTIFICATES = "/api/v1/products/{id}/certificates";
    private static final Set<String> ACTS =
            Set.of("withdrawals", "suspensions", "reinstatements", "extensions", "renewal-requests", "checks");
    private static final List<String> ACT_FIELDS = List.of(
            "reason",
            "decision",
            "on",
            "from",
            "until",
            "receipt",
            "receivedOn",
            "receivedBy",
            "statement.kind",
            "statement.who",
            "statement.where",
            "statement.checkedOn");
    private static final List<String> ISSUE_FIELDS = List.of(
            "number",
            "decision",
            "issuedBy",
            "issuedOn",
            "validUntil",
            "stars",
            "statement.kind",
            "statement.who",
            "statement.where",
            "statement.checkedOn");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final ShowingProducts showing;

    CertifiedProductPages(CurrentStaff staff, Catalogue catalogue, ShowingProducts showing) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.showing = showing;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(@PathVariable String product, Locale language) {
        return staff.get().flatMap(member -> showing.page(new Asker(member, language), product, Entry.NONE));
    }

    @PostMapping(PATH + "/issue")
    Mono<Rendering> issue(@PathVariable String product, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, MOST_BYTES)).flatMap(both -> {
            var asker = new Asker(both.getT1(), language);
            var sent = both.getT2();
            var draft = new LinkedHashMap<>(sent.json(ISSUE_FIELDS));
            draft.put("coveredSkus", sent.list("coveredSkus"));
            dropEmptyStatement(draft);
            var number = sent.field(sent.field("number").isEmpty() ? "decision" : "number");
            return catalogue
                    .ask(
                            asker,
                            asked(Question.post(CERTIFICATES, product), sent).json(draft),
                            JsonNode.class)
                    .flatMap(reply -> switch (reply) {
                        case Reply.Given<JsonNode> _ ->
                            sent.file() == null
                                    ? done(product, "certificate-issued")
                                    : attach(asker, product, number, sent, "certificate-issued");
                        case Reply.Refused<JsonNode> refused -> again(asker, product, sent, refused);
                    });
        });
    }

    /** Nobody said where it is from as long as nobody says who. */
    private static void dropEmptyStatement(Map<String, Object> draft) {
        if (draft.get("statement") instanceof Map<?, ?> statement && !statement.containsKey("who")) {
            draft.remove("statement");
        }
    }

    @PostMapping(PATH + "/acts")
    Mono<Rendering> act(@PathVariable String product, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, MOST_BYTES)).flatMap(both -> {
            var asker = new Asker(both.getT1(), language);
            var sent = both.getT2();
            var act = sent.field("act");
            if (act.equals("decision")) {
                return attach(asker, product, sent.field("number"), sent, "decision");
            }
            if (!ACTS.contains(act)) {
                return Mono.error(Problem.of("not-found", 404));
            }
            var question = Question.post(CERTIFICATES + "/{number}/" + act, product, sent.field("number"));
            return catalogue
                    .ask(asker, asked(question, sent).json(sent.json(ACT_FIELDS)), JsonNode.class)
                    .flatMap(reply -> switch (reply) {
                        case Reply.Given<JsonNode> _ -> done(product, act);
                        case Reply.Refused<JsonNode> refused -> again(asker, product, sent, refused);
                    });
        });
    }

    /** The certificate is there already: of the file's own refusal the page says so. */
    private Mono<Rendering> attach(Asker asker, String product, String number, SentForm sent, String what) {
        var file = sent.bytes();
        var question = Question.put(CERTIFICATES + "/{number}/decision", product, number)
                .bytes("application/pdf", file);
        return catalogue.ask(asker, question, JsonNode.class).flatMap(reply -> switch (reply) {
            case Reply.Given<JsonNode> _ -> done(product, what);
            case Reply.Refused<JsonNode> refused -> again(asker, product, sent, refused);
        });
    }

    private static Question asked(Question question, SentForm sent) {
        return sent.field("revision").matches("\\d{1,18}")
                ? question.from(Long.parseLong(sent.field("revision")))
                : question;
    }

    private Mono<Rendering> again(Asker asker, String product, SentForm sent, Reply.Refused<?> refused) {
        return showing.page(asker, product, new Entry(sent.field("form"), sent.fields(), refused));
    }

    static Mono<Rendering> done(String product, String what) {
        return Mono.just(Rendering.redirectTo(URI.create("/staff/certificates/" + product + "?done=" + what)
                        .toString())
                .status(HttpStatus.SEE_OTHER)
                .build());
    }
}
