package vn.ocopmarket.storefront.stockwatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockwatch.WatchingStock;
import vn.ocopmarket.storefront.stockwatch.domain.LowGoods;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot;

/** What needs an eye at one's locations; saying that one looked. */
@RestController
@RequestMapping("/api/v1/stock")
class WatchController {

    static final long MOST_DAYS = 3_650;

    private final WatchingStock watching;
    private final CurrentStaff staff;
    private final Clock clock;

    WatchController(WatchingStock watching, CurrentStaff staff, Clock clock) {
        this.watching = watching;
        this.staff = staff;
        this.clock = clock;
    }

    record LowList(List<LowGoods> items) {}

    record ExpiryList(List<ExpiringLot> items) {}

    /** A lot whose date is near or past. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExpiringLot(
            String sku,
            @Nullable String lot,
            Ownership ownership,
            long onHand,
            @Nullable LocalDate bestBefore,
            long daysLeft,
            @Nullable Instant confirmedAt,
            @Nullable Long confirmedDaysAgo) {

        private static ExpiringLot of(WatchedLot lot, LocalDate today, Instant now) {
            var confirmed = lot.confirmed();
            return new ExpiringLot(
                    lot.sku(),
                    lot.lot(),
                    lot.ownership(),
                    lot.onHand(),
                    lot.bestBefore(),
                    lot.daysLeft(today).orElse(0),
                    confirmed == null ? null : confirmed.at(),
                    confirmed == null ? null : Long.valueOf(lot.daysUnseen(now).orElse(0)));
        }
    }

    record StockConfirmation(
            @NotBlank String locationId,
            @NotBlank String sku,
            @Nullable @Size(max = 64) String lot) {}

    record StockThreshold(
            @NotBlank String locationId,
            @NotBlank @Size(max = 100) String sku,
            @Min(0) @Max(1_000_000) long units) {}

    @GetMapping("/low")
    Mono<LowList> low(@RequestParam String location) {
        return may(Permission.SEE_STOCK, location)
                .flatMap(_ -> watching.low(location))
                .map(LowList::new);
    }

    @GetMapping("/near-expiry")
    Mono<ExpiryList> nearExpiry(@RequestParam String location, @RequestParam(defaultValue = "30") long days) {
        return may(Permission.SEE_STOCK, location)
                .flatMap(_ -> watching.nearExpiry(location, Math.clamp(days, 0, MOST_DAYS)))
                .map(lots -> new ExpiryList(lots.stream()
                        .map(lot -> ExpiringLot.of(lot, LocalDate.now(clock), clock.instant()))
                        .toList()));
    }

    @PostMapping("/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> confirm(@Valid @RequestBody StockConfirmation request) {
        return may(Permission.COUNT_STOCK, request.locationId())
                .flatMap(member -> watching.confirm(request.locationId(), request.sku(), request.lot(), member.email()))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(
                        () -> Problem.of("sku-not-found", 404, request.sku()).with("skus", List.of(request.sku()))))
                .then();
    }

    @PutMapping("/thresholds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> watch(@Valid @RequestBody StockThreshold request) {
        return may(Permission.CORRECT_STOCK, request.locationId())
                .flatMap(_ -> watching.watch(request.locationId(), request.sku(), request.units()));
    }

    private Mono<StaffMember> may(Permission permission, String location) {
        return staff.get()
                .filter(member -> member.may(permission, Where.location(location)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)));
    }
}
