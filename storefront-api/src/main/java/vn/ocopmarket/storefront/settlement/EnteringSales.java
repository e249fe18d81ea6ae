package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.payment.FindBooks.OrderBook;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.returning.FindReturnedGoods;
import vn.ocopmarket.storefront.settlement.domain.CounterLine;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Sold;
import vn.ocopmarket.storefront.settlement.domain.SoldLine;

/** Works out what orders and counter sales are to be entered as, a page of them at a time, and enters what is missing. */
final class EnteringSales {

    private final Asked asked;
    private final Entries entries;
    private final DecidingOwners deciding;
    private final Clock clock;

    EnteringSales(Asked asked, Entries entries, OwnersOfRefunds owners, Clock clock) {
        this.asked = asked;
        this.entries = entries;
        this.deciding = new DecidingOwners(owners);
        this.clock = clock;
    }

    /** Who says what went back, whose goods are, and whose came back. */
    record Asked(FindBooks books, FindingSellers sellers, FindReturnedGoods returned) {}

    /** Gives how many entries are new; repeating it enters nothing twice. */
    Mono<Long> enterOrders(Collection<Order> some) {
        return ofOrders(some).flatMap(this::enter);
    }

    /** The same for what was sold over counters. */
    Mono<Long> enterSales(Collection<CounterSale> some) {
        return ofSales(some).flatMap(this::enter);
    }

    Mono<Long> enter(Collection<Sold> sold) {
        return entries.add(sold.stream().flatMap(one -> one.entries().stream()).toList());
    }

    /** Orders that are completed; others come to nothing. */
    Mono<List<Sold>> ofOrders(Collection<Order> some) {
        var arrived = some.stream().filter(OrderEntries::hasArrived).toList();
        var ids = arrived.stream().map(Order::id).toList();
        return asked.books()
                .of(ids)
                .collectMap(OrderBook::orderId, Function.identity())
                .flatMap(found -> known(arrived, found)
                        .map(known -> arrived.stream()
                                .map(order -> in().of(order, found.get(order.id()), known))
                                .toList()));
    }

    Mono<List<Sold>> ofSales(Collection<CounterSale> some) {
        var goods = some.stream()
                .flatMap(sale -> sale.lines().stream()
                        .flatMap(line -> OrderEntries.whose(line).owners().stream()
                                .map(owner -> new Item(CounterLine.id(owner, sale.id(), line.sku()), line.sku()))))
                .toList();
        return known(goods, List.of(), Map.of())
                .map(known -> some.stream().map(sale -> in().of(sale, known)).toList());
    }

    private OrderEntries in() {
        return new OrderEntries(clock.getZone(), LocalDate.now(clock));
    }

    /** @param id of the entry that sells it */
    private record Item(String id, String sku) {}

    /** What has to be decided before anything is entered is. */
    private Mono<Known> known(Collection<Order> some, Map<String, OrderBook> found) {
        var ofBoth = some.stream()
                .flatMap(order -> in().linesOfBoth(order, found.get(order.id())))
                .toList();
        return known(some, ofBoth).flatMap(known -> deciding.decide(ofBoth, known));
    }

    private Mono<Known> known(Collection<Order> some, List<DecidingOwners.Line> ofBoth) {
        var goods = some.stream()
                .flatMap(order -> order.paidLines().stream()
                        .flatMap(line -> OrderEntries.whose(order, line).owners().stream()
                                .map(owner -> new Item(SoldLine.saleId(owner, order.id(), line.sku()), line.sku()))))
                .toList();
        var backs = ofBoth.stream().flatMap(EnteringSales::backIds).toList();
        return Flux.fromStream(ofBoth.stream().map(line -> line.order().id()).distinct())
                .concatMap(asked.returned()::ownedByRefund)
                .collect(HashMap<String, Map<String, Long>>::new, Map::putAll)
                .flatMap(owned -> known(goods, backs, owned));
    }

    private static Stream<String> backIds(DecidingOwners.Line line) {
        return line.backs().stream()
                .flatMap(back -> Arrays.stream(Ownership.values())
                        .map(owner -> SoldLine.backId(
                                owner,
                                line.order().id(),
                                back.refundId(),
                                line.line().sku())));
    }

    /** The catalogue is asked only for what is not entered yet. */
    private Mono<Known> known(List<Item> goods, List<String> backs, Map<String, Map<String, Long>> returned) {
        var ids = Stream.concat(goods.stream().map(Item::id), backs.stream()).toList();
        return entries.withIds(ids)
                .collectMap(Entry::id)
                .flatMap(entered -> asked.sellers()
                        .of(skus(goods, entered))
                        .map(found -> new Known(found, entered, returned, Map.of())));
    }

    private static Set<String> skus(List<Item> goods, Map<String, Entry> entered) {
        return goods.stream()
                .filter(item -> !entered.containsKey(item.id()))
                .map(Item::sku)
                .collect(Collectors.toSet());
    }
}
