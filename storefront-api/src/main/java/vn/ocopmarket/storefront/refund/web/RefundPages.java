package vn.ocopmarket.storefront.refund.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.refund.RefundByHand;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Reason;

/**
 * Gives money back for an order: it is found by its number, then each line says how many units of it go back, and what that comes
 * to is shown before it is sent.
 */
@DeskPage
@RequestMapping("/staff/refunds")
class RefundPages {

    private static final int KEY_LENGTH = 26;
    private static final int LONGEST_REASON = 500;
    private static final String UNITS = "units-";

    private final RefundingOrder refunding;
    private final RefundRooms rooms;
    private final RandomIds ids;

    RefundPages(RefundingOrder refunding, RefundRooms rooms, RandomIds ids) {
        this.refunding = refunding;
        this.rooms = rooms;
        this.ids = ids;
    }

    @GetMapping
    Mono<Rendering> find(@RequestParam(defaultValue = "") String number) {
        var wanted = number.strip().toUpperCase(Locale.ROOT);
        return wanted.isEmpty()
                ? Mono.just(Rendering.view("refund/find")
                        .modelAttribute("number", "")
                        .build())
                : rooms.openNumber(wanted)
                        .flatMap(opened -> show(opened.order().id(), new Looked(Map.of(), List.of(), "")))
                        .onErrorResume(RefundPages::isUnknown, _ -> Mono.just(notFound(wanted)));
    }

    /**
     * What the page shows again after it was sent to be looked at.
     *
     * @param said what was written
     * @param worth what goes back for it, or nothing
     * @param trouble why it does not go, or empty
     */
    private record Looked(Map<String, String> said, List<Money> worth, String trouble) {}

    private Mono<Rendering> show(String orderId, Looked looked) {
        return Mono.zip(refunding.of(orderId), refunding.askedFor(orderId).collectList())
                .map(both -> Rendering.view("refund/order")
                        .status(looked.trouble().isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
                        .modelAttribute("refundable", both.getT1())
                        .modelAttribute("asked", both.getT2())
                        .modelAttribute("said", looked.said())
                        .modelAttribute("worth", looked.worth())
                        .modelAttribute("trouble", looked.trouble())
                        .modelAttribute("once", ids.next(KEY_LENGTH))
                        .build());
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof Problem problem && problem.status() == HttpStatus.NOT_FOUND.value();
    }

    private static Rendering notFound(String number) {
        return Rendering.view("refund/find")
                .status(HttpStatus.NOT_FOUND)
                .modelAttribute("number", number)
                .build();
    }

    private Mono<Rendering> look(Order order, SentForm form, boolean isWhole) {
        return (isWhole
                        ? refunding
                                .worth(order, wanted(form))
                                .map(worth -> new Looked(form.fields(), List.of(worth), ""))
                        : Mono.just(new Looked(form.fields(), List.of(), "refund-nothing")))
                .defaultIfEmpty(new Looked(form.fields(), List.of(), "refund-too-much"))
                .flatMap(looked -> show(order.id(), looked));
    }

    @PostMapping("/{id}")
    Mono<Rendering> refund(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(rooms.open(id), SentForm.by(exchange, 0)).flatMap(both -> {
            var order = both.getT1().order();
            var form = both.getT2();
            var wanted = wanted(form);
            var once = form.field("once");
            var reason = form.field("reason");
            var isWhole =
                    !wanted.isEmpty() && !once.isEmpty() && !reason.isEmpty() && reason.length() <= LONGEST_REASON;
            if ("look".equals(form.field("step"))) {
                return look(order, form, isWhole);
            }
            if (!isWhole) {
                return Mono.just(back(order, "refund-nothing"));
            }
            var why = new Reason(reason, both.getT1().member().accountId());
            return refunding
                    .refundByHand(order, "staff:" + once, wanted, Money.dong(number(form.field("before"))), why)
                    .map(outcome -> back(order, notice(outcome)));
        });
    }

    private static String notice(RefundByHand outcome) {
        return switch (outcome) {
            case RefundByHand.AskedFor _ -> "refund-asked-for";
            case RefundByHand.Decided(var granted) ->
                switch (granted) {
                    case Granted.Reserved _ -> "refund-begun";
                    case Granted.Stale _ -> "refunded-meanwhile";
                    case Granted.TooMuch _ -> "refund-too-much";
                    case Granted.NotPaid _ -> "refund-not-paid";
                };
        };
    }

    private static List<Item> wanted(SentForm form) {
        return form.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(UNITS))
                .flatMap(field -> {
                    var units = number(field.getValue());
                    return units == 0
                            ? Stream.empty()
                            : Stream.of(new Item(field.getKey().substring(UNITS.length()), units, Money.ZERO));
                })
                .toList();
    }

    private static long number(String text) {
        var digits = text.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("\\d{1,12}")) {
            throw Problem.of("invalid-request", 400);
        }
        return Long.parseLong(digits);
    }

    private static Rendering back(Order order, String done) {
        var address = UriComponentsBuilder.fromPath("/staff/refunds")
                .queryParam("number", "{number}")
                .queryParam("done", done)
                .encode()
                .buildAndExpand(order.number())
                .toUriString();
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
