package vn.ocopmarket.storefront.stockdesk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockdesk.NamingGoods;
import vn.ocopmarket.storefront.stockdesk.StockPlaces;

/** The pages of shelves, each with what it shows. */
@Component
final class ShowingShelves {

    /** Why staff may set goods aside; what is on its way is not theirs to touch. */
    static final List<SetAside> APART = List.of(SetAside.DAMAGED, SetAside.RECALLED, SetAside.PAST_DATE);

    private static final List<Reason> REASONS = List.of(
            Reason.DAMAGED,
            Reason.LOST,
            Reason.FOUND,
            Reason.EXPIRED,
            Reason.RECALLED,
            Reason.SAMPLE,
            Reason.THEFT,
            Reason.CORRECTION);
    private static final int MOST_LEVELS = 2_000;
    private static final int RECENT = 30;
    private static final int ONCE = 26;

    private final FindStock stock;
    private final StockPlaces places;
    private final NamingGoods naming;
    private final RandomIds ids;
    private final Clock clock;

    ShowingShelves(FindStock stock, StockPlaces places, NamingGoods naming, RandomIds ids, Clock clock) {
        this.stock = stock;
        this.places = places;
        this.naming = naming;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One lot at one place.
     *
     * @param apart why it cannot be sold there, or null on the shelf itself
     * @param overdue whether its date has passed
     */
    record Row(StockView level, String name, @Nullable SetAside apart, boolean overdue) {}

    static String address(String levelId) {
        return "/staff/stock/level?id=" + URLEncoder.encode(levelId, StandardCharsets.UTF_8);
    }

    Mono<Rendering> shelves(StaffMember member, @Nullable String location) {
        return places.of(member, Permission.SEE_STOCK).flatMap(mine -> {
            var page = Rendering.view("stockdesk/shelves").modelAttribute("places", mine.own());
            var there = mine.own().stream()
                    .filter(each -> location == null || each.id().equals(location))
                    .findFirst();
            if (there.isEmpty()) {
                return location == null ? Mono.just(page.build()) : Mono.error(Problem.of("forbidden", 403));
            }
            return rows(there.get().id())
                    .map(rows -> page.modelAttribute("here", there.get())
                            .modelAttribute("rows", rows)
                            .build());
        });
    }

    private Mono<List<Row>> rows(String location) {
        var apart = Flux.fromArray(SetAside.values()).map(reason -> reason.at(location));
        return Flux.just(location)
                .concatWith(apart)
                .concatMap(place -> stock.levels(null, place, null, MOST_LEVELS))
                .filter(level -> level.onHand() > 0)
                .collectList()
                .flatMap(levels -> naming.names(
                                levels.stream().map(StockView::sku).distinct().toList())
                        .map(names -> levels.stream()
                                .map(level -> row(level, names))
                                .sorted(Comparator.comparing(Row::name)
                                        .thenComparing(row -> row.level().levelId()))
                                .toList()));
    }

    private Row row(StockView level, Map<String, String> names) {
        var bestBefore = level.bestBefore();
        return new Row(
                level,
                names.getOrDefault(level.sku(), level.sku()),
                SetAside.of(level.locationId()).orElse(null),
                bestBefore != null && bestBefore.isBefore(LocalDate.now(clock)));
    }

    Mono<Rendering> level(StaffMember member, String id, @Nullable ShelfNotice notice) {
        var asked = ReadingForms.level(id);
        var where = Where.location(asked.location());
        if (!member.may(Permission.SEE_STOCK, where)) {
            return Mono.error(Problem.of("forbidden", 403));
        }
        var found = stock.levels(asked.sku(), asked.place(), null, MOST_LEVELS)
                .filter(level -> level.levelId().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
        return Mono.zip(found, ledger(asked), naming.names(List.of(asked.sku())))
                .map(shown -> {
                    var row = row(shown.getT1(), shown.getT3());
                    var page = Rendering.view("stockdesk/level")
                            .modelAttribute("row", row)
                            .modelAttribute("entries", shown.getT2())
                            .modelAttribute("reasons", REASONS)
                            .modelAttribute("conditions", APART)
                            .modelAttribute("once", ids.next(ONCE))
                            .modelAttribute(
                                    "mayCorrect",
                                    row.apart() != SetAside.IN_TRANSIT && member.may(Permission.CORRECT_STOCK, where))
                            .modelAttribute(
                                    "mayReceive", row.apart() == null && member.may(Permission.RECEIVE_STOCK, where))
                            .status(notice == null ? HttpStatus.OK : HttpStatus.CONFLICT);
                    if (notice != null) {
                        page.modelAttribute("notice", notice);
                    }
                    return page.build();
                });
    }

    private Mono<List<LedgerEntry>> ledger(ReadingForms.Level asked) {
        return stock.ledger(asked.sku(), asked.place(), null, RECENT)
                .filter(entry -> Objects.equals(entry.lot(), asked.lot()) && entry.ownership() == asked.ownership())
                .collectList();
    }
}
