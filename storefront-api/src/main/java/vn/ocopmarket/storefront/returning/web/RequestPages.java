package vn.ocopmarket.storefront.returning.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SeeOther;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.AskingStaff.Words;
import vn.ocopmarket.storefront.returning.RequestOutcome;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;

/**
 * Where the buyer asks to send goods back or to end an order that is packed, and takes units out of one that is not; a form
 * that is sent twice asks once.
 */
@Controller
@RequestMapping("/orders/{id}/requests")
class RequestPages {

    private static final String PAGE = "/orders/{id}/requests?token={token}&done={done}";
    private static final int KEY_LENGTH = 26;
    private static final int LONGEST_NOTE = 1_000;
    private static final String UNITS = "units-";

    private final AskingStaff asking;
    private final OrderLinks links;
    private final RandomIds ids;

    RequestPages(AskingStaff asking, OrderLinks links, RandomIds ids) {
        this.asking = asking;
        this.links = links;
        this.ids = ids;
    }

    @GetMapping
    Mono<Rendering> form(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> page(id, token, Map.of())))
                .map(page -> page.build());
    }

    @PostMapping
    Mono<Rendering> ask(
            @PathVariable String id, @RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        return links.mustOpen(id, token)
                .then(SentForm.by(exchange, 0))
                .flatMap(form -> ask(id, form).flatMap(outcome -> switch (outcome) {
                    case NotPossible _, TooMany _ -> refused(id, token, form, outcome);
                    default -> Mono.just(SeeOther.at(PAGE, id, token, notice(form, outcome)));
                }));
    }

    /** With what was typed, so that only what is wrong has to be typed again. */
    private Mono<Rendering> refused(String id, String token, SentForm form, RequestOutcome outcome) {
        return page(id, token, form.fields())
                .map(page -> page.modelAttribute("refused", "undone." + notice(form, outcome))
                        .status(HttpStatus.CONFLICT)
                        .build());
    }

    private static String notice(SentForm form, RequestOutcome outcome) {
        return "drop".equals(form.field("kind"))
                ? RequestProblems.noticeOfDrop(outcome)
                : RequestProblems.notice(outcome, "request-asked");
    }

    private Mono<Rendering.Builder<?>> page(String id, String token, Map<String, String> typed) {
        return asking.of(id)
                .<Rendering.Builder<?>>map(now -> Rendering.view("returning/ask")
                        .modelAttribute("asking", now)
                        .modelAttribute("token", token)
                        .modelAttribute("typed", typed)
                        .modelAttribute("once", ids.next(KEY_LENGTH))
                        .modelAttribute(
                                "requests",
                                now.requests().stream()
                                        .map(RequestView::forBuyer)
                                        .toList()
                                        .reversed()))
                .switchIfEmpty(Mono.error(RequestPages::unknown));
    }

    @PostMapping("/{request}/withdraw")
    Mono<Rendering> withdraw(
            @PathVariable String id, @PathVariable String request, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> asking.withdraw(id, request)))
                .map(outcome -> SeeOther.at(PAGE, id, token, RequestProblems.notice(outcome, "request-withdrawn")));
    }

    private Mono<RequestOutcome> ask(String id, SentForm form) {
        var once = form.field("once");
        var note = form.field("note");
        if (once.isEmpty() || note.length() > LONGEST_NOTE) {
            return Mono.error(Problem.of("invalid-request", 400));
        }
        var key = "page:" + once;
        var words = new Words(form.field("reason"), note.isEmpty() ? null : note);
        return switch (form.field("kind")) {
            case "cancel" -> asking.askToCancel(id, key, words.note());
            case "drop" -> asking.drop(id, key, wanted(form), words.note());
            default -> asking.askToReturn(id, key, wanted(form), words);
        };
    }

    static List<Wanted> wanted(SentForm form) {
        return form.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(UNITS))
                .flatMap(field -> {
                    var units = field.getValue().strip();
                    return units.matches("[1-9]\\d{0,5}")
                            ? Stream.of(new Wanted(field.getKey().substring(UNITS.length()), Long.parseLong(units)))
                            : Stream.empty();
                })
                .toList();
    }

    private static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }
}
