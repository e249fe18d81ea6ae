package vn.ocopmarket.storefront.fulfillment.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode.Checks;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome;
import vn.ocopmarket.storefront.pages.Problem;

/** Where who answers for a counter gives goods to a buyer who has no code any more, and says why. */
@DeskPage
@RequestMapping("/staff/orders/{id}/pickup-overrides")
class OverridePages {

    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final String CASH = "\\d{1,12}";
    private static final int ONCE_LENGTH = 26;
    private static final int LONGEST_REASON = 200;

    private final OrderRooms rooms;
    private final HandingOverByCode handing;
    private final ShowingOrders showing;
    private final RandomIds ids;

    OverridePages(OrderRooms rooms, HandingOverByCode handing, ShowingOrders showing, RandomIds ids) {
        this.rooms = rooms;
        this.handing = handing;
        this.showing = showing;
        this.ids = ids;
    }

    @GetMapping
    Mono<Rendering> form(@PathVariable String id) {
        return rooms.open(id)
                .doOnNext(OrderRooms.Opened::mustOverride)
                .flatMap(opened -> page(opened, Map.of(), refusal(HandingOverByCode.lookAt(opened.order()))));
    }

    @PostMapping
    Mono<Rendering> handOver(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(rooms.open(id), SentForm.by(exchange, 0)).flatMap(both -> {
            var opened = both.getT1();
            opened.mustOverride();
            var form = both.getT2();
            var once = form.field("once");
            var reason = form.field("reason");
            if (!once.matches(ONCE) || reason.length() > LONGEST_REASON) {
                return Mono.error(Problem.of("invalid-request", 400));
            }
            if (reason.isEmpty()) {
                return page(opened, form.fields(), Refusal.of("reason"));
            }
            var cash = form.field("cash").matches(CASH) ? Long.parseLong(form.field("cash")) : 0;
            var checks = new Checks(
                    once, opened.member().accountId(), !form.field("identity").isEmpty(), Money.dong(cash));
            return handing.handOverWithoutCode(opened.order(), checks, reason)
                    .flatMap(outcome -> shown(id, form, outcome));
        });
    }

    private Mono<Rendering> shown(String id, SentForm form, PickupOutcome outcome) {
        var refusal = refusal(outcome);
        return refusal == null
                ? Mono.just(Rendering.redirectTo("/staff/orders/" + id + "?done=pickup-given")
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                : rooms.open(id).flatMap(now -> page(now, form.fields(), refusal));
    }

    /**
     * Why the goods stay.
     *
     * @param at when they left before, or null
     */
    record Refusal(String key, @Nullable Instant at) {

        static Refusal of(String key) {
            return new Refusal(key, null);
        }
    }

    private static @Nullable Refusal refusal(PickupOutcome outcome) {
        return switch (outcome) {
            case PickupOutcome.Ready _, PickupOutcome.HandedOver _ -> null;
            case PickupOutcome.NotReady notReady -> Refusal.of(notReady.isToBePacked() ? "not-packed" : "not-waiting");
            case PickupOutcome.WrongCode _, PickupOutcome.TooMany _ -> Refusal.of("not-waiting");
            case PickupOutcome.UsedBefore(var at) -> new Refusal("used", at);
            case PickupOutcome.IdentityMissing _ -> Refusal.of("identity");
            case PickupOutcome.CashMissing _ -> Refusal.of("cash");
            case PickupOutcome.Recalled _ -> Refusal.of("recalled");
        };
    }

    private Mono<Rendering> page(OrderRooms.Opened opened, Map<String, String> typed, @Nullable Refusal refusal) {
        return showing.mine(opened.member()).map(mine -> {
            var page = Rendering.view("orderdesk/override")
                    .modelAttribute("sheet", OrderSheet.of(opened, ShowingOrders.names(mine)))
                    .modelAttribute("typed", typed)
                    .modelAttribute("once", ids.next(ONCE_LENGTH));
            return refusal == null
                    ? page.build()
                    : page.modelAttribute("refusal", refusal)
                            .status(typed.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
                            .build();
        });
    }
}
