package vn.ocopmarket.storefront.officerdesk.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** What is on record of a product beside its certificates: a line more, a line less, or that all are there. */
@DeskPage
class DossierPages {

    private static final List<String> LISTS = List.of("papers", "rights", "recognitions");
    private static final List<String> FIELDS =
            List.of("kind", "number", "name", "holder", "level", "decision", "issuedBy", "issuedOn", "validUntil");

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final ShowingProducts showing;

    DossierPages(CurrentStaff staff, Catalogue catalogue, ShowingProducts showing) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.showing = showing;
    }

    @PostMapping("/staff/certificates/{product}/dossier")
    Mono<Rendering> file(@PathVariable String product, ServerWebExchange exchange, Locale language) {
        return Mono.zip(staff.get(), SentForm.by(exchange, CertifiedProductPages.MOST_BYTES))
                .flatMap(both -> {
                    var asker = new Asker(both.getT1(), language);
                    var sent = both.getT2();
                    if (!sent.field("revision").matches("\\d{1,18}")) {
                        return Mono.error(Problem.of("not-found", 404));
                    }
                    return showing.product(asker, product)
                            .flatMap(known ->
                                    catalogue.ask(asker, question(product, known.dossier(), sent), JsonNode.class))
                            .flatMap(reply -> switch (reply) {
                                case Reply.Given<JsonNode> _ -> CertifiedProductPages.done(product, "dossier");
                                case Reply.Refused<JsonNode> refused ->
                                    showing.page(
                                            asker,
                                            product,
                                            new Entry(sent.field("form"), sent.fields(), plain(refused)));
                            });
                });
    }

    private static Question question(String product, Dossier known, SentForm sent) {
        var dossier = new LinkedHashMap<String, Object>();
        dossier.put("papers", new ArrayList<Object>(known.papers()));
        dossier.put("rights", new ArrayList<Object>(known.rights()));
        dossier.put("recognitions", new ArrayList<Object>(known.recognitions()));
        dossier.put("papersCheckedOn", known.papersCheckedOn());
        var what = sent.field("what");
        if (what.equals("checked")) {
            dossier.put("papersCheckedOn", day(sent.field("on")));
        } else if (LISTS.contains(what) && dossier.get(what) instanceof List<?> list) {
            dossier.put(what, sent.field("remove").isEmpty() ? more(list, what, sent) : less(list, sent));
        } else {
            throw Problem.of("not-found", 404);
        }
        return Question.put("/api/v1/products/{id}/dossier", product)
                .from(Long.parseLong(sent.field("revision")))
                .json(Map.of("dossier", dossier, "why", sent.field("why")));
    }

    private static List<Object> more(List<?> list, String what, SentForm sent) {
        var line = new LinkedHashMap<>(sent.json(FIELDS));
        if (what.equals("papers")) {
            line.put("skus", sent.list("skus"));
        }
        var all = new ArrayList<Object>(list);
        all.add(line);
        return all;
    }

    private static List<Object> less(List<?> list, SentForm sent) {
        var all = new ArrayList<Object>(list);
        var at = sent.field("remove");
        if (at.matches("\\d{1,3}") && Integer.parseInt(at) < all.size()) {
            var _ = all.remove(Integer.parseInt(at));
        }
        return all;
    }

    /** Null when nothing is said: then nothing is known to be complete. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.of("invalid-request", 400);
        }
    }

    /** The form has one line only, so its fields have no place in a list. */
    private static Reply.Refused<JsonNode> plain(Reply.Refused<JsonNode> refused) {
        var errors = refused.errors().stream()
                .map(error -> new InvalidField(error.field().replaceAll("^.*\\.", ""), error.message()))
                .toList();
        return new Reply.Refused<>(refused.status(), refused.type(), refused.title(), refused.detail(), errors);
    }
}
