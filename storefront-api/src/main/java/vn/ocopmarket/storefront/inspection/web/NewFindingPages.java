package vn.ocopmarket.storefront.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Choosing what was inspected, and writing down what was found. */
@DeskPage
class NewFindingPages {

    private static final int USUAL_DAYS = 15;
    private static final int KEY_LENGTH = 20;
    private static final String FORM = "finding";
    private static final List<String> FIELDS =
            List.of("key", "kind", "subject", "what", "ground", "severity", "deadline");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final RandomIds ids;
    private final Clock clock;

    NewFindingPages(CurrentStaff staff, Catalogue catalogue, RandomIds ids, Clock clock) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was looked for, or chosen. */
    record Choice(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String label) {

        public boolean isMade() {
            return subject != null && !subject.isBlank();
        }
    }

    private record Rows(List<Row> items) {}

    /** A product that may be inspected. */
    record Row(String product, String name, String producerId, String producer) {}

    @GetMapping("/staff/findings/new")
    Mono<Rendering> show(@ModelAttribute Choice choice, Locale language) {
        return staff.get().flatMap(member -> page(new Asker(member, language), choice, Entry.NONE));
    }

    @PostMapping("/staff/findings")
    Mono<Rendering> record(ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, FindingPages.MOST_BYTES))
                .flatMap(both -> {
                    var asker = new Asker(both.getT1(), language);
                    var sent = both.getT2();
                    var question = Question.post("/api/v1/findings").json(sent.json(FIELDS));
                    return catalogue.ask(asker, question, JsonNode.class).flatMap(reply -> switch (reply) {
                        case Reply.Given<JsonNode>(var made) ->
                            prove(asker, made.get("id").asString(), sent);
                        case Reply.Refused<JsonNode> refused ->
                            page(
                                    asker,
                                    new Choice(null, sent.field("kind"), sent.field("subject"), sent.field("label")),
                                    new Entry(FORM, sent.fields(), refused));
                    });
                });
    }

    /** The finding is recorded by now; of a file that is not taken its page tells. */
    private Mono<Rendering> prove(Asker asker, String finding, SentForm sent) {
        return sent.file() == null
                ? Mono.just(FindingPages.done(finding, "finding-recorded"))
                : catalogue
                        .ask(asker, FindingPages.evidence(finding, sent), JsonNode.class)
                        .map(reply -> FindingPages.done(
                                finding,
                                reply instanceof Reply.Given ? "finding-recorded" : "finding-recorded-without"));
    }

    private Mono<Rendering> page(Asker asker, Choice choice, Entry entry) {
        var words = Objects.requireNonNullElse(choice.q(), "").strip();
        var rows = words.isEmpty()
                ? Mono.just(List.<Row>of())
                : catalogue
                        .ask(
                                asker,
                                Question.get("/api/v1/certificates")
                                        .with("q", words)
                                        .with("size", 20),
                                Rows.class)
                        .map(Reply::orProblem)
                        .map(Rows::items);
        var key = Objects.requireNonNullElse(entry.value(FORM, "key", null), ids.next(KEY_LENGTH));
        return rows.map(found -> Rendering.view("inspection/new")
                .status(HttpStatus.valueOf(entry.status()))
                .model(Map.of(
                        "choice",
                        choice,
                        "words",
                        words,
                        "found",
                        found,
                        "key",
                        key,
                        "entry",
                        entry,
                        "severities",
                        List.of("MINOR", "MAJOR", "CRITICAL"),
                        "usual",
                        LocalDate.now(clock).plusDays(USUAL_DAYS)))
                .build());
    }
}
