package vn.ocopmarket.storefront.returning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.returning.HandlingRequests;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome;
import vn.ocopmarket.storefront.returning.SettlingByHand;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** The desk of buyers' requests: what waits, one with its course, the decision, and receiving the goods. */
@DeskPage
@RequestMapping("/staff/requests")
class RequestDeskPages {

    private static final int MOST = 100;
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_NUMBER = 100;

    private final HandlingRequests handling;
    private final BuyerRequests requests;
    private final RequestRooms rooms;
    private final ReceptionForms forms;
    private final SettlingByHand settling;

    RequestDeskPages(
            HandlingRequests handling,
            BuyerRequests requests,
            RequestRooms rooms,
            ReceptionForms forms,
            SettlingByHand settling) {
        this.settling = settling;
        this.handling = handling;
        this.requests = requests;
        this.rooms = rooms;
        this.forms = forms;
    }

    /** What is open, or all that is in one state; the oldest first. */
    @GetMapping
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(required = false) @Nullable String after) {
        return rooms.member()
                .flatMap(member -> requests.page(RequestRooms.sieve(member, state), after, MOST)
                        .collectList()
                        .map(found -> Rendering.view("returning/desk")
                                .modelAttribute(
                                        "requests",
                                        found.stream()
                                                .map(RequestView::forStaff)
                                                .toList())
                                .modelAttribute(
                                        "next",
                                        found.size() < MOST
                                                ? ""
                                                : found.getLast().id())
                                .modelAttribute("states", RequestState.values())
                                .modelAttribute("chosen", state == null ? "" : state.name())
                                .build()));
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        return rooms.open(id, Permission.SEE_ORDERS).flatMap(opened -> {
            var member = opened.member();
            var request = opened.request();
            return Mono.zip(
                            forms.of(member, request),
                            settling.refundsOf(request).collectList())
                    .map(both -> Rendering.view("returning/request")
                            .modelAttribute("request", RequestView.forStaff(request))
                            .modelAttribute("form", both.getT1())
                            .modelAttribute("refunds", both.getT2())
                            .modelAttribute(
                                    "mayDecide", RequestRooms.isTheirs(member, Permission.REFUND_ORDERS, request))
                            .modelAttribute(
                                    "mayReceive", RequestRooms.isTheirs(member, Permission.RECEIVE_STOCK, request))
                            .build());
        });
    }

    @PostMapping("/{id}/decisions")
    Mono<Rendering> decide(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(rooms.open(id, Permission.REFUND_ORDERS), SentForm.by(exchange, 0))
                .flatMap(both -> {
                    var words = both.getT2().field("words");
                    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
                        return Mono.just(back(id, "request-no-words"));
                    }
                    var deed = new Deed(both.getT1().member().accountId(), words);
                    return decide(id, both.getT2(), deed)
                            .map(outcome -> back(id, RequestProblems.notice(outcome, "request-decided")));
                });
    }

    @PostMapping("/{id}/tries")
    Mono<Rendering> tryAgain(@PathVariable String id) {
        return rooms.open(id, Permission.REFUND_ORDERS)
                .then(Mono.defer(() -> handling.tryAgain(id)))
                .map(outcome -> back(id, RequestProblems.notice(outcome, "request-tried")));
    }

    @PostMapping("/{id}/receptions")
    Mono<Rendering> receive(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(rooms.open(id, Permission.RECEIVE_STOCK), SentForm.by(exchange, 0))
                .flatMap(both -> {
                    var member = both.getT1().member();
                    var location = both.getT2().field("location");
                    if (!member.may(Permission.RECEIVE_STOCK, Where.location(location))) {
                        return Mono.error(Problem.of("forbidden", 403));
                    }
                    var words = both.getT2().field("words");
                    var deed = new Deed(
                            member.accountId(),
                            words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST_WORDS)));
                    return forms.read(both.getT1().request(), both.getT2())
                            .flatMap(reception ->
                                    handling.receive(id, ReceptionForms.before(both.getT2()), reception, deed))
                            .map(outcome -> back(id, RequestProblems.notice(outcome, "request-received")));
                });
    }

    private Mono<RequestOutcome> decide(String id, SentForm form, Deed deed) {
        return switch (form.field("act")) {
            case "approve" -> handling.approve(id, deed);
            case "settle" -> handling.settledOtherwise(id, deed, reference(form));
            case "close" -> handling.close(id, deed);
            case "refuse" -> handling.refuse(id, deed);
            default -> Mono.error(Problem.of("invalid-request", 400));
        };
    }

    private static @Nullable String reference(SentForm form) {
        var number = form.field("number");
        if (number.length() > LONGEST_NUMBER) {
            throw Problem.of("invalid-request", 400);
        }
        return number.isEmpty() ? null : number;
    }

    private static Rendering back(String id, String done) {
        return Rendering.redirectTo("/staff/requests/" + id + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
