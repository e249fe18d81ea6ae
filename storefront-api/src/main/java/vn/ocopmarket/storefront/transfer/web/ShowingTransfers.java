package vn.ocopmarket.storefront.transfer.web;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.stockdesk.NamingGoods;
import vn.ocopmarket.storefront.stockdesk.StockPlaces;
import vn.ocopmarket.storefront.stockdesk.StockPlaces.Places;
import vn.ocopmarket.storefront.transfer.Transfers;
import vn.ocopmarket.storefront.transfer.domain.Transfer;

/** The pages of transfers, each with what it shows. */
@Component
final class ShowingTransfers {

    /** Why fewer may come than were sent. */
    static final List<String> REASONS = Stream.of(
                    Reason.SHORT_DELIVERY, Reason.LOST, Reason.DAMAGED, Reason.THEFT, Reason.EXPIRED)
            .map(Enum::name)
            .toList();

    private static final int RECENT = 60;
    private static final int MOST_LEVELS = 5_000;
    private static final int ONCE = 26;

    private final Transfers transfers;
    private final FindStock stock;
    private final StockPlaces places;
    private final NamingGoods naming;
    private final RandomIds ids;

    ShowingTransfers(Transfers transfers, FindStock stock, StockPlaces places, NamingGoods naming, RandomIds ids) {
        this.transfers = transfers;
        this.stock = stock;
        this.places = places;
        this.naming = naming;
        this.ids = ids;
    }

    /** So many of a SKU can be sent. */
    record Sendable(String sku, String name, long available) {}

    Mono<Rendering> list(StaffMember member) {
        return places.of(member, Permission.SEE_STOCK)
                .flatMap(mine -> transfers
                        .page(member.isAdministrator() ? null : mine.ownIds(), null, null, RECENT)
                        .collectList()
                        .map(found -> Rendering.view("transfer/list")
                                .modelAttribute("coming", coming(found, mine))
                                .modelAttribute("transfers", found)
                                .modelAttribute("names", mine.names())
                                .modelAttribute("maySend", member.may(Permission.TRANSFER_STOCK))
                                .build()));
    }

    private static List<Transfer> coming(List<Transfer> found, Places mine) {
        return found.stream()
                .filter(transfer -> transfer.state() == Transfer.State.ON_THE_WAY
                        && mine.ownIds().contains(transfer.to()))
                .toList();
    }

    Mono<Rendering> form(StaffMember member, @Nullable String from, @Nullable TransferNotice notice) {
        return places.of(member, Permission.TRANSFER_STOCK).flatMap(mine -> {
            var source = mine.own().stream()
                    .filter(location -> location.id().equals(from))
                    .findFirst();
            var page = Rendering.view("transfer/new")
                    .modelAttribute("sources", mine.own())
                    .modelAttribute("targets", mine.all())
                    .modelAttribute("once", ids.next(ONCE))
                    .status(notice == null ? HttpStatus.OK : HttpStatus.CONFLICT);
            if (notice != null) {
                page.modelAttribute("notice", notice);
            }
            if (source.isEmpty()) {
                return Mono.just(page.build());
            }
            return sendable(source.get().id())
                    .map(items -> page.modelAttribute("source", source.get())
                            .modelAttribute("items", items)
                            .build());
        });
    }

    private Mono<List<Sendable>> sendable(String location) {
        return stock.levels(null, location, null, MOST_LEVELS)
                .filter(level -> level.available() > 0)
                .collect(Collectors.groupingBy(
                        StockView::sku, TreeMap::new, Collectors.summingLong(StockView::available)))
                .flatMap(bySku -> naming.names(bySku.keySet())
                        .map(names -> bySku.entrySet().stream()
                                .map(entry -> new Sendable(
                                        entry.getKey(),
                                        names.getOrDefault(entry.getKey(), entry.getKey()),
                                        entry.getValue()))
                                .toList()));
    }

    Mono<Rendering> one(StaffMember member, String id, @Nullable TransferNotice notice) {
        return visible(member, id)
                .flatMap(transfer -> Mono.zip(places.of(member, Permission.SEE_STOCK), naming.names(skus(transfer)))
                        .map(shown -> {
                            var page = Rendering.view("transfer/show")
                                    .modelAttribute("transfer", TransferView.of(transfer))
                                    .modelAttribute("names", shown.getT1().names())
                                    .modelAttribute("goods", shown.getT2())
                                    .modelAttribute("reasons", REASONS)
                                    .modelAttribute("once", ids.next(ONCE))
                                    .modelAttribute("mayReceive", mayReceive(member, transfer))
                                    .status(notice == null ? HttpStatus.OK : HttpStatus.CONFLICT);
                            if (notice != null) {
                                page.modelAttribute("notice", notice);
                            }
                            return page.build();
                        }));
    }

    /** A transfer between others' locations is as good as none. */
    Mono<Transfer> visible(StaffMember member, String id) {
        return transfers
                .find(id)
                .filter(transfer -> member.may(Permission.SEE_STOCK, Where.location(transfer.from()))
                        || member.may(Permission.SEE_STOCK, Where.location(transfer.to())))
                .switchIfEmpty(Mono.error(TransferProblems::unknown));
    }

    private static boolean mayReceive(StaffMember member, Transfer transfer) {
        return transfer.state() == Transfer.State.ON_THE_WAY
                && member.may(Permission.RECEIVE_STOCK, Where.location(transfer.to()));
    }

    private static Collection<String> skus(Transfer transfer) {
        return transfer.asked().stream().map(Transfer.Asked::sku).toList();
    }
}
