package vn.ocopmarket.storefront.stockwatch.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockdesk.NamingGoods;
import vn.ocopmarket.storefront.stockdesk.StockPlaces;
import vn.ocopmarket.storefront.stockwatch.WatchingStock;
import vn.ocopmarket.storefront.stockwatch.domain.LowGoods;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot;

/** One page with what runs out, what ends soon and what nobody looked at; a button says: I looked, it is so. */
@DeskPage
@RequestMapping("/staff/stock/lists")
class WatchPages {

    private static final int USUAL_DAYS = 30;
    private static final int UNSEEN = 20;

    private final WatchingStock watching;
    private final StockPlaces places;
    private final NamingGoods naming;
    private final CurrentStaff staff;
    private final Clock clock;

    WatchPages(WatchingStock watching, StockPlaces places, NamingGoods naming, CurrentStaff staff, Clock clock) {
        this.watching = watching;
        this.places = places;
        this.naming = naming;
        this.staff = staff;
        this.clock = clock;
    }

    /** A lot with what a person reads of it; days are negative when there are none to tell. */
    record Row(
            WatchedLot lot,
            @Nullable Long daysLeft,
            @Nullable Long daysUnseen) {}

    @GetMapping
    Mono<Rendering> lists(
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(defaultValue = "" + USUAL_DAYS) long days) {
        var within = Math.clamp(days, 0, WatchController.MOST_DAYS);
        return staff.get()
                .flatMap(member -> places.of(member, Permission.SEE_STOCK).flatMap(mine -> {
                    var here = mine.own().stream()
                            .filter(each -> location == null || each.id().equals(location))
                            .findFirst();
                    if (here.isEmpty() && location != null) {
                        return Mono.error(Problem.of("forbidden", 403));
                    }
                    var page = Rendering.view("stockwatch/lists")
                            .modelAttribute("places", mine.own())
                            .modelAttribute("days", within);
                    return here.isEmpty() ? Mono.just(page.build()) : filled(page, here.get(), within, member);
                }));
    }

    private Mono<Rendering> filled(Rendering.Builder<?> page, Location here, long days, StaffMember member) {
        var id = here.id();
        return Mono.zip(watching.low(id), watching.nearExpiry(id, days), watching.unseen(id, UNSEEN))
                .flatMap(lists -> naming.names(skus(lists.getT1(), lists.getT2(), lists.getT3()))
                        .map(names -> page.modelAttribute("here", here)
                                .modelAttribute("low", lists.getT1())
                                .modelAttribute("ending", rows(lists.getT2()))
                                .modelAttribute("unseen", rows(lists.getT3()))
                                .modelAttribute("names", names)
                                .modelAttribute("mayWatch", member.may(Permission.CORRECT_STOCK, Where.location(id)))
                                .modelAttribute("mayConfirm", member.may(Permission.COUNT_STOCK, Where.location(id)))
                                .build()));
    }

    @PostMapping("/confirmations")
    Mono<Rendering> confirm(ServerWebExchange exchange) {
        return form(exchange, Permission.COUNT_STOCK)
                .flatMap(form -> watching.confirm(form.location(), form.sku(), form.lot(), form.by())
                        .filter(known -> known)
                        .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                        .map(_ -> back(form.location(), "stock-confirmed")));
    }

    @PostMapping("/thresholds")
    Mono<Rendering> watch(ServerWebExchange exchange) {
        return form(exchange, Permission.CORRECT_STOCK).flatMap(form -> {
            if (!form.units().matches("\\d{1,6}") || form.sku().isEmpty()) {
                return Mono.error(Problem.of("invalid-request", 400).with("field", "units"));
            }
            return watching.watch(form.location(), form.sku(), Long.parseLong(form.units()))
                    .thenReturn(back(form.location(), "stock-watched"));
        });
    }

    private record Form(
            String location, String sku, @Nullable String lot, String units, String by) {}

    private Mono<Form> form(ServerWebExchange exchange, Permission permission) {
        return Mono.zip(staff.get(), exchange.getFormData()).map(both -> {
            var form = both.getT2();
            var location = Objects.requireNonNullElse(form.getFirst("location"), "");
            if (!both.getT1().may(permission, Where.location(location))) {
                throw Problem.of("forbidden", 403);
            }
            var lot = Objects.requireNonNullElse(form.getFirst("lot"), "");
            return new Form(
                    location,
                    Objects.requireNonNullElse(form.getFirst("sku"), "").strip(),
                    lot.isEmpty() ? null : lot,
                    Objects.requireNonNullElse(form.getFirst("units"), "").strip(),
                    both.getT1().email());
        });
    }

    private List<Row> rows(List<WatchedLot> lots) {
        var today = LocalDate.now(clock);
        var now = clock.instant();
        return lots.stream()
                .map(lot -> new Row(
                        lot,
                        lot.daysLeft(today).isPresent() ? lot.daysLeft(today).getAsLong() : null,
                        lot.daysUnseen(now).isPresent() ? lot.daysUnseen(now).getAsLong() : null))
                .toList();
    }

    private static List<String> skus(List<LowGoods> low, List<WatchedLot> ending, List<WatchedLot> unseen) {
        return Stream.concat(
                        low.stream().map(LowGoods::sku),
                        Stream.concat(ending.stream(), unseen.stream()).map(WatchedLot::sku))
                .distinct()
                .toList();
    }

    private static Rendering back(String location, String done) {
        var address = UriComponentsBuilder.fromPath("/staff/stock/lists")
                .queryParam("location", location)
                .queryParam("done", done)
                .build();
        return Rendering.redirectTo(address.toUriString())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
