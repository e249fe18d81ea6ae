package vn.ocopmarket.storefront.stockdesk.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.pages.Problem;

/** What lies at a location, and setting it right: corrections, goods that come back, goods that may not be sold. */
@DeskPage
@RequestMapping("/staff/stock")
class ShelfPages {

    private final ShowingShelves showing;
    private final MovingStock moving;
    private final ReadingForms forms;
    private final CurrentStaff staff;

    ShelfPages(ShowingShelves showing, MovingStock moving, ReadingForms forms, CurrentStaff staff) {
        this.showing = showing;
        this.moving = moving;
        this.forms = forms;
        this.staff = staff;
    }

    @GetMapping
    Mono<Rendering> shelves(@RequestParam(required = false) @Nullable String location) {
        return staff.get().flatMap(member -> showing.shelves(member, location));
    }

    /** One lot at one place, with its ledger and what can be done with it. */
    @GetMapping("/level")
    Mono<Rendering> level(@RequestParam String id) {
        return staff.get().flatMap(member -> showing.level(member, id, null));
    }

    @PostMapping("/adjustments")
    Mono<Rendering> adjust(ServerWebExchange exchange) {
        return move(exchange, Permission.CORRECT_STOCK, forms::adjustment);
    }

    @PostMapping("/set-asides")
    Mono<Rendering> setAside(ServerWebExchange exchange) {
        return move(exchange, Permission.CORRECT_STOCK, forms::settingAside);
    }

    @PostMapping("/returns")
    Mono<Rendering> takeBack(ServerWebExchange exchange) {
        return move(exchange, Permission.RECEIVE_STOCK, forms::takingBack);
    }

    private Mono<Rendering> move(ServerWebExchange exchange, Permission permission, ReadingForms.Reader reader) {
        return Mono.zip(staff.get(), exchange.getFormData()).flatMap(both -> {
            var member = both.getT1();
            var level = ReadingForms.level(both.getT2());
            if (level.isOnItsWay() || !member.may(permission, Where.location(level.location()))) {
                return Mono.error(Problem.of("forbidden", 403));
            }
            var movement = reader.read(both.getT2(), member);
            return movement == null
                    ? showing.level(member, level.id(), ShelfNotice.of("bad-form"))
                    : move(member, level.id(), movement);
        });
    }

    private Mono<Rendering> move(StaffMember member, String levelId, Movement movement) {
        return moving.move(movement).flatMap(outcome -> switch (outcome) {
            case Moved _ ->
                Mono.just(Rendering.redirectTo(ShowingShelves.address(levelId) + "&done=stock-"
                                + movement.kind().name().toLowerCase(Locale.ROOT))
                        .status(HttpStatus.SEE_OTHER)
                        .build());
            case MovementRefused refused -> showing.level(member, levelId, ShelfNotice.of(refused));
        });
    }
}
