package vn.ocopmarket.storefront.stockcount.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockcount.CountingStock;
import vn.ocopmarket.storefront.stockcount.Counts;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.StockCount.State;
import vn.ocopmarket.storefront.stockdesk.NamingGoods;
import vn.ocopmarket.storefront.stockdesk.StockPlaces;

/** The pages of counts, each with what it shows; what was expected only a manager sees, and only when all is counted. */
@Component
final class ShowingCounts {

    private static final int RECENT = 20;
    private static final int MOST_LEVELS = 2_000;
    private static final int ONCE = 26;

    private final Counts counts;
    private final CountingStock counting;
    private final FindStock stock;
    private final StockPlaces places;
    private final NamingGoods naming;
    private final RandomIds ids;

    ShowingCounts(
            Counts counts,
            CountingStock counting,
            FindStock stock,
            StockPlaces places,
            NamingGoods naming,
            RandomIds ids) {
        this.counts = counts;
        this.counting = counting;
        this.stock = stock;
        this.places = places;
        this.naming = naming;
        this.ids = ids;
    }

    /** One lot on the sheet; {@code line} is null until somebody counted it. */
    record Row(CountedLot lot, String name, @Nullable CountLine line, boolean again, boolean blocked) {

        public String key() {
            return lot.key();
        }
    }

    Mono<Rendering> list(StaffMember member, @Nullable String location) {
        return places.of(member, Permission.COUNT_STOCK).flatMap(mine -> {
            var page = Rendering.view("stockcount/list")
                    .modelAttribute("places", mine.own())
                    .modelAttribute("once", ids.next(ONCE));
            var here = mine.own().stream()
                    .filter(each -> location == null || each.id().equals(location))
                    .findFirst();
            if (here.isEmpty()) {
                return location == null ? Mono.just(page.build()) : Mono.error(Problem.of("forbidden", 403));
            }
            return counts.of(here.get().id(), RECENT)
                    .collectList()
                    .map(found -> page.modelAttribute("here", here.get())
                            .modelAttribute("counts", found)
                            .build());
        });
    }

    Mono<Rendering> one(StaffMember member, String id, @Nullable String notice) {
        return visible(member, id)
                .flatMap(count -> rows(count).map(rows -> {
                    var manages = member.may(Permission.CORRECT_STOCK, Where.location(count.location()));
                    var page = Rendering.view("stockcount/show")
                            .modelAttribute("count", count)
                            .modelAttribute("rows", rows)
                            .modelAttribute("once", ids.next(ONCE))
                            .modelAttribute("counting", count.state() == State.COUNTING)
                            .modelAttribute("manages", manages)
                            .modelAttribute("told", SeeingCounts.isTold(member, count))
                            .status(notice == null ? HttpStatus.OK : HttpStatus.CONFLICT);
                    if (notice != null) {
                        page.modelAttribute("notice", notice);
                    }
                    return page.build();
                }));
    }

    /** A count of others' shelves is as good as none. */
    Mono<StockCount> visible(StaffMember member, String id) {
        return counts.find(id)
                .filter(count -> member.may(Permission.COUNT_STOCK, Where.location(count.location())))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** What the books know to lie there, while it is counted, and what was counted. */
    private Mono<List<Row>> rows(StockCount count) {
        var known = count.state() == State.COUNTING
                ? stock.levels(null, count.location(), null, MOST_LEVELS)
                        .filter(level -> level.onHand() > 0)
                        .map(level -> new CountedLot(level.sku(), level.lot(), level.ownership()))
                : Flux.<CountedLot>empty();
        var counted = Flux.fromIterable(count.lines()).map(CountLine::what);
        return known.concatWith(counted)
                .distinct()
                .collectList()
                .flatMap(lots -> naming.names(lots.stream().map(CountedLot::sku).toList())
                        .map(names -> lots.stream()
                                .map(lot -> row(count, lot, names))
                                .sorted(Comparator.comparing(Row::name).thenComparing(Row::key))
                                .toList()));
    }

    private Row row(StockCount count, CountedLot lot, Map<String, String> names) {
        var line = count.lines().stream()
                .filter(each -> each.what().equals(lot))
                .findFirst()
                .orElse(null);
        return new Row(
                lot,
                names.getOrDefault(lot.sku(), lot.sku()),
                line,
                line != null && counting.wantsAnotherLook(line),
                count.blocked().contains(lot.key()));
    }
}
