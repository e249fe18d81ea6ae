package vn.ocopmarket.storefront.inventory.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.pages.Problem;

/** Staff see the stock of their locations; an administrator sees all. */
@RestController
@RequestMapping("/api/v1/stock")
class StockController {

    private static final int LONGEST_PAGE = 500;

    private final FindStock stock;
    private final CurrentStaff staff;

    StockController(FindStock stock, CurrentStaff staff) {
        this.stock = stock;
        this.staff = staff;
    }

    @GetMapping
    Mono<Page<StockView>> levels(
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return visible(location)
                .flatMapMany(member -> stock.levelsAt(sku, places(member, location), cursor, size))
                .collectList()
                .map(found -> new Page<>(
                        found, found.size() < size ? null : found.getLast().levelId()));
    }

    @GetMapping("/ledger")
    Mono<Page<LedgerEntry>> ledger(
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        return visible(location)
                .flatMapMany(member -> stock.ledgerAt(sku, places(member, location), cursor, size))
                .collectList()
                .map(found -> new Page<>(
                        found, found.size() < size ? null : found.getLast().id()));
    }

    private Mono<StaffMember> visible(@Nullable String location) {
        return staff.get()
                .filter(member -> location == null || member.may(Permission.SEE_STOCK, where(location)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)));
    }

    /** The place that is asked for, or all that they see; null for who sees all. */
    private static @Nullable Set<String> places(StaffMember member, @Nullable String location) {
        if (location != null) {
            return Set.of(location);
        }
        var own = member.locationsOf(Permission.SEE_STOCK);
        return own == null ? null : own.stream().flatMap(SetAside::placesOf).collect(Collectors.toUnmodifiableSet());
    }

    /** What lies apart is seen by who sees its location. */
    private static Where where(String placeId) {
        return Where.location(SetAside.locationOf(placeId));
    }

    record Page<T>(List<T> items, @Nullable String next) {}
}
