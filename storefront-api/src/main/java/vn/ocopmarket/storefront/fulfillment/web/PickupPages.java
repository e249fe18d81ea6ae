package vn.ocopmarket.storefront.fulfillment.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode.Checks;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.pages.Problem;

/** A buyer shows a code: it is typed or scanned, then the goods are checked and given away. Every form may be sent twice. */
@DeskPage
@RequestMapping("/staff/pickups")
class PickupPages {

    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final int ONCE_LENGTH = 26;

    private final HandingOverByCode handing;
    private final OrderRooms rooms;
    private final ShowingOrders showing;
    private final RandomIds ids;

    PickupPages(HandingOverByCode handing, OrderRooms rooms, ShowingOrders showing, RandomIds ids) {
        this.handing = handing;
        this.rooms = rooms;
        this.showing = showing;
        this.ids = ids;
    }

    @GetMapping
    Mono<Rendering> ask(@RequestParam(required = false) @Nullable String location) {
        return rooms.member().flatMap(member -> page(member, location, null));
    }

    @PostMapping
    Mono<Rendering> find(ServerWebExchange exchange) {
        return opened(exchange)
                .flatMap(asked -> handing.find(
                                asked.location(), asked.code(), asked.member().accountId())
                        .flatMap(found -> shown(asked, found)));
    }

    @PostMapping("/handovers")
    Mono<Rendering> handOver(ServerWebExchange exchange) {
        return opened(exchange).flatMap(asked -> {
            var form = asked.form();
            var once = form.field("once");
            if (!once.matches(ONCE)) {
                return Mono.error(Problem.of("invalid-request", 400).with("field", "once"));
            }
            var cash = form.field("cash").matches("\\d{1,12}") ? Long.parseLong(form.field("cash")) : 0;
            var checks = new Checks(
                    once, asked.member().accountId(), !form.field("identity").isEmpty(), Money.dong(cash));
            return handing.handOver(asked.location(), asked.code(), checks).flatMap(outcome -> shown(asked, outcome));
        });
    }

    /** Who asks, where and with which code. */
    private record Asked(StaffMember member, String location, String code, SentForm form) {}

    private Mono<Asked> opened(ServerWebExchange exchange) {
        return Mono.zip(rooms.member(), SentForm.by(exchange, 0)).map(both -> {
            var location = both.getT2().field("location");
            if (!both.getT1().may(Permission.FULFIL_ORDERS, Where.location(location))) {
                throw Problem.of("forbidden", 403);
            }
            return new Asked(both.getT1(), location, both.getT2().field("code"), both.getT2());
        });
    }

    private Mono<Rendering> shown(Asked asked, PickupOutcome outcome) {
        return switch (outcome) {
            case PickupOutcome.Ready ready -> ready(asked, ready, null);
            case PickupOutcome.HandedOver(var order) ->
                Mono.just(Rendering.redirectTo("/staff/orders/" + order.id() + "?done=pickup-given")
                        .status(HttpStatus.SEE_OTHER)
                        .build());
            case PickupOutcome.WrongCode _, PickupOutcome.NotReady _ ->
                page(asked.member(), asked.location(), Refusal.of("wrong"));
            case PickupOutcome.UsedBefore(var at) -> page(asked.member(), asked.location(), new Refusal("used", at, 0));
            case PickupOutcome.TooMany(var pause) ->
                page(asked.member(), asked.location(), new Refusal("too-many", null, pause.toMinutes() + 1));
            case PickupOutcome.Recalled _ -> page(asked.member(), asked.location(), Refusal.of("recalled"));
            case PickupOutcome.IdentityMissing _ -> again(asked, "identity");
            case PickupOutcome.CashMissing _ -> again(asked, "cash");
        };
    }

    /**
     * Why the goods stay.
     *
     * @param at when the code was used, or null
     * @param minutes to wait
     */
    record Refusal(String key, @Nullable Instant at, long minutes) {

        static Refusal of(String key) {
            return new Refusal(key, null, 0);
        }
    }

    private Mono<Rendering> again(Asked asked, String refusal) {
        return handing.find(asked.location(), asked.code(), asked.member().accountId())
                .flatMap(found -> found instanceof PickupOutcome.Ready ready
                        ? ready(asked, ready, refusal)
                        : page(asked.member(), asked.location(), Refusal.of("wrong")));
    }

    private Mono<Rendering> ready(Asked asked, PickupOutcome.Ready ready, @Nullable String refusal) {
        return showing.mine(asked.member()).map(mine -> {
            var opened = new OrderRooms.Opened(asked.member(), ready.order());
            var page = Rendering.view("orderdesk/give")
                    .modelAttribute("sheet", OrderSheet.of(opened, ShowingOrders.names(mine)))
                    .modelAttribute("location", asked.location())
                    .modelAttribute("code", asked.code())
                    .modelAttribute("once", ids.next(ONCE_LENGTH));
            return refusal == null
                    ? page.build()
                    : page.modelAttribute("refusal", refusal)
                            .status(HttpStatus.CONFLICT)
                            .build();
        });
    }

    private Mono<Rendering> page(StaffMember member, @Nullable String location, @Nullable Refusal refusal) {
        return showing.mine(member).map(mine -> {
            var page = Rendering.view("orderdesk/pickup")
                    .modelAttribute("places", places(mine))
                    .modelAttribute("location", Objects.requireNonNullElse(location, ""));
            return refusal == null
                    ? page.build()
                    : page.modelAttribute("refusal", refusal)
                            .status(status(refusal))
                            .build();
        });
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.key()) {
            case "wrong" -> HttpStatus.NOT_FOUND;
            case "too-many" -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.CONFLICT;
        };
    }

    private static List<Location> places(List<Location> mine) {
        return mine.stream().filter(Location::pickup).toList();
    }
}
