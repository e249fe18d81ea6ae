package vn.ocopmarket.storefront.stockcount.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockcount.BookingCounts;
import vn.ocopmarket.storefront.stockcount.CountOutcome;
import vn.ocopmarket.storefront.stockcount.CountOutcome.AlreadyCounting;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountAgain;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountRefused;
import vn.ocopmarket.storefront.stockcount.CountOutcome.Done;
import vn.ocopmarket.storefront.stockcount.CountingStock;
import vn.ocopmarket.storefront.stockcount.CountingStock.Found;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** Counting on a telephone: what lies there is listed, how much should lie there is not. */
@DeskPage
@RequestMapping("/staff/stock/counts")
class CountPages {

    private static final String NUMBER = "\\d{1,6}";
    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final String KEY = "[^|]{1,100}\\|[^|]{0,64}(\\|OWNED)?";
    private static final String COUNTED = "c.";

    private final CountingStock counting;
    private final BookingCounts booking;
    private final ShowingCounts showing;
    private final CurrentStaff staff;

    CountPages(CountingStock counting, BookingCounts booking, ShowingCounts showing, CurrentStaff staff) {
        this.counting = counting;
        this.booking = booking;
        this.showing = showing;
        this.staff = staff;
    }

    @GetMapping
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String location) {
        return staff.get().flatMap(member -> showing.list(member, location));
    }

    @PostMapping
    Mono<Rendering> begin(ServerWebExchange exchange) {
        return Mono.zip(staff.get(), exchange.getFormData()).flatMap(both -> {
            var location = text(both.getT2(), "location");
            if (!both.getT1().may(Permission.COUNT_STOCK, Where.location(location))) {
                return Mono.error(Problem.of("forbidden", 403));
            }
            return counting.begin(once(both.getT2()), location, both.getT1().email())
                    .map(outcome -> switch (outcome) {
                        case Done(var count) -> to(count.id(), null);
                        case AlreadyCounting(var other) -> to(other.id(), null);
                        case CountAgain _, CountRefused _ -> throw Problem.of("not-found", 404);
                    });
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        return staff.get().flatMap(member -> showing.one(member, id, null));
    }

    /** As many lines as were filled in; each is a look of its own. */
    @PostMapping("/{id}/looks")
    Mono<Rendering> look(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), exchange.getFormData())
                .flatMap(both -> visible(both.getT1(), id, Permission.COUNT_STOCK)
                        .flatMap(count -> {
                            var found = found(both.getT2(), both.getT1().email());
                            return found.isEmpty()
                                    ? showing.one(both.getT1(), id, "nothing-written")
                                    : Flux.fromIterable(found)
                                            .concatMap(each -> counting.look(id, each))
                                            .collectList()
                                            .flatMap(outcomes -> shown(both.getT1(), id, outcomes));
                        }));
    }

    private Mono<Rendering> shown(StaffMember member, String id, List<CountOutcome> outcomes) {
        if (outcomes.stream().anyMatch(CountRefused.class::isInstance)) {
            return showing.one(member, id, "wrong-state");
        }
        return Mono.just(
                to(id, outcomes.stream().anyMatch(CountAgain.class::isInstance) ? "count-again" : "count-looked"));
    }

    @PostMapping("/{id}/submissions")
    Mono<Rendering> submit(@PathVariable String id) {
        return step(id, Permission.COUNT_STOCK, "count-submitted", _ -> counting.submit(id));
    }

    @PostMapping("/{id}/discards")
    Mono<Rendering> discard(@PathVariable String id) {
        return step(id, Permission.CORRECT_STOCK, "count-discarded", _ -> counting.discard(id));
    }

    @PostMapping("/{id}/returns")
    Mono<Rendering> sendBack(@PathVariable String id) {
        return step(id, Permission.CORRECT_STOCK, "count-sent-back", _ -> counting.sendBack(id));
    }

    @PostMapping("/{id}/approvals")
    Mono<Rendering> approve(@PathVariable String id) {
        return step(id, Permission.CORRECT_STOCK, "count-booked", member -> booking.approve(id, member.email()));
    }

    private Mono<Rendering> step(
            String id, Permission permission, String done, Function<StaffMember, Mono<CountOutcome>> work) {
        return staff.get()
                .flatMap(member -> visible(member, id, permission)
                        .flatMap(_ -> work.apply(member))
                        .flatMap(outcome -> switch (outcome) {
                            case Done _, CountAgain _ -> Mono.just(to(id, done));
                            case CountOutcome.LooksMissing _ -> showing.one(member, id, "looks-missing");
                            case CountOutcome.NothingCounted _ -> showing.one(member, id, "nothing-written");
                            case CountOutcome.WrongState _, CountOutcome.UnknownCount _, AlreadyCounting _ ->
                                showing.one(member, id, "wrong-state");
                        }));
    }

    private Mono<StockCount> visible(StaffMember member, String id, Permission permission) {
        return showing.visible(member, id)
                .filter(count -> member.may(permission, Where.location(count.location())))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)));
    }

    /** The lines of the sheet, and one that was written by hand. */
    private static List<Found> found(MultiValueMap<String, String> form, String by) {
        var once = once(form);
        var found = new ArrayList<Found>();
        form.toSingleValueMap().forEach((field, value) -> {
            var key = field.startsWith(COUNTED) ? field.substring(COUNTED.length()) : "";
            if (key.matches(KEY) && value.strip().matches(NUMBER)) {
                found.add(found(once, key, value.strip(), by));
            }
        });
        var byHand = text(form, "sku") + "|" + text(form, "lot") + (form.containsKey("owned") ? "|OWNED" : "");
        if (byHand.matches(KEY) && text(form, "counted").matches(NUMBER)) {
            found.add(found(once, byHand, text(form, "counted"), by));
        }
        return found;
    }

    private static Found found(String once, String key, String counted, String by) {
        return new Found(once + "|" + key, CountedLot.of(key), Long.parseLong(counted), by);
    }

    /** Without its number a form that is sent twice would be a second look. */
    private static String once(MultiValueMap<String, String> form) {
        var once = text(form, "once");
        if (!once.matches(ONCE)) {
            throw Problem.of("invalid-request", 400).with("field", "once");
        }
        return once;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private static Rendering to(String id, @Nullable String done) {
        return Rendering.redirectTo("/staff/stock/counts/" + id + (done == null ? "" : "?done=" + done))
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
