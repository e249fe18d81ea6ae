package vn.ocopmarket.storefront.parkeddesk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.parked.HandlingParked;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace.Dropping;

/** Everything that was tried too often: what, why, since when; each is tried again, or dropped with a reason. */
@DeskPage
@RequestMapping("/staff/parked")
class ParkedPages {

    private static final int MOST = 100;
    private static final int LONGEST_REASON = 500;

    private final HandlingParked handling;
    private final CurrentStaff staff;
    private final Clock clock;

    ParkedPages(HandlingParked handling, CurrentStaff staff, Clock clock) {
        this.handling = handling;
        this.staff = staff;
        this.clock = clock;
    }

    /** One kind with the ages of what is parked. */
    record Lot(HandlingParked.Kind kind, List<Row> rows) {}

    record Row(Parked parked, long hours, long minutes) {

        static Row of(Parked parked, Instant now) {
            var age = Duration.between(parked.since(), now);
            return new Row(parked, age.toHours(), Math.max(0, age.toMinutesPart()));
        }
    }

    @GetMapping
    Mono<Rendering> show() {
        var now = clock.instant();
        return handling.all(MOST)
                .map(kind -> new Lot(
                        kind,
                        kind.parked().stream()
                                .map(parked -> Row.of(parked, now))
                                .toList()))
                .collectList()
                .map(lots -> Rendering.view("parked/list")
                        .modelAttribute("lots", lots)
                        .build());
    }

    /** What is parked is named in the form: ids of some of it do not fit into an address. */
    @PostMapping
    Mono<Rendering> handle(ServerWebExchange exchange) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var form = both.getT2();
            var kind = form.field("kind");
            var id = form.field("id");
            var why = form.field("reason");
            if (!"drop".equals(form.field("act"))) {
                return handling.replay(kind, id).map(done -> back(done ? "parked-replayed" : "parked-gone"));
            }
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                return Mono.just(back("parked-no-reason"));
            }
            var choices = handling.choices(kind);
            var choice = form.field("choice");
            return !choices.isEmpty() && !choices.contains(choice)
                    ? Mono.just(back("parked-no-choice"))
                    : handling.drop(kind, id, new Dropping(why, both.getT1().accountId(), choice))
                            .map(done -> back(done ? "parked-dropped" : "parked-gone"));
        });
    }

    private static Rendering back(String done) {
        return Rendering.redirectTo("/staff/parked?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
