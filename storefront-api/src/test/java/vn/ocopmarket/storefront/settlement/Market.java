package vn.ocopmarket.storefront.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.returning.FindReturnedGoods;

/** What was sold and what went back, in memory. */
final class Market implements FindBooks, FindCounterSales, FindProducts, FindReturnedGoods {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, OrderBook> books = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Map<String, Long>>> returned = new ConcurrentHashMap<>();
    private final List<CounterSale> counterSales = new CopyOnWriteArrayList<>();

    final Waiting waiting = new Waiting(orders, counterSales);

    /** Happens between looking at orders and at counters. */
    final AtomicReference<Mono<?>> afterOrders = new AtomicReference<>(Mono.empty());

    /** What the catalogue knows no more. */
    final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    /** What nobody can be asked about. */
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** How many SKUs it was asked for at once, at most. */
    final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Some units of what a producer makes, of which the market owned some; {@code paid} for all of them. */
    record Sold(String producer, long units, long price, long paid, long owned) {

        Sold(String producer, long units, long price, long paid) {
            this(producer, units, price, paid, 0);
        }

        String sku() {
            return "S-" + producer;
        }
    }

    /** An order that was paid and delivered on that day. */
    void delivers(String id, LocalDate day, Sold... goods) {
        var at = day.atTime(12, 0).atZone(VIETNAM).toInstant();
        var lines = List.of(goods).stream().map(Market::line).toList();
        var paid = lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
        var takes = List.of(goods).stream().flatMap(Market::takes).toList();
        orders.put(id, order(id, lines, takes, paid, at, new TimelineEntry(at, TimelineEntry.What.PAID, null)));
        books.put(id, new OrderBook(id, "N-" + id, List.of(), List.of()));
        waiting.changed(id, at);
    }

    /** One unit of a line went back on that day. */
    void givesBack(String orderId, LocalDate day, String producer, long amount) {
        givesBack(orderId, "r-" + orderId, day, new Part("S-" + producer, 1, Money.dong(amount)));
    }

    /** Goods came back with a refund: so many of them were the market's own. */
    void takesBack(String orderId, String refundId, String producer, long owned) {
        returned.computeIfAbsent(orderId, _ -> new ConcurrentHashMap<>()).put(refundId, Map.of("S-" + producer, owned));
    }

    void givesBack(String orderId, String refundId, LocalDate day, Part part) {
        var amount = part.amount().amount();
        var at = day.atTime(12, 0).atZone(VIETNAM).toInstant();
        orders.computeIfPresent(
                orderId,
                (_, order) -> order(
                        order(
                                orderId,
                                order.lines(),
                                order.preparation().takes(),
                                order.total(),
                                order.createdAt(),
                                new TimelineEntry(at, TimelineEntry.What.REFUNDED_IN_PART, amount + " " + refundId)),
                        order.method(),
                        order.shipments()));
        books.computeIfPresent(orderId, (_, book) -> {
            var back = new ArrayList<>(book.back());
            back.add(new GoneBack(refundId, Money.dong(amount), true, List.of(part)));
            return new OrderBook(book.orderId(), book.orderNumber(), book.received(), back);
        });
        waiting.changed(orderId, at);
    }

    /** A parcel with some units of the producer's, and some of the market's own, was refused at the door. */
    void bringsBack(String orderId, String producer, long consigned, long owned) {
        var goods = takes(new Sold(producer, consigned + owned, 1, 1, owned)).toList();
        orders.computeIfPresent(orderId, (_, order) -> {
            var parcel = Shipment.packed(1, "k", "kho", goods, order.createdAt())
                    .handedOver(null, order.createdAt())
                    .ended(ShipmentState.RETURNED, order.createdAt());
            return order(order, order.method(), new Shipments(1, List.of(parcel), List.of(), null));
        });
    }

    /**
     * Units were taken out of an order before it was packed.
     *
     * @param back what was paid for them and is on its way back; null for one that is paid at the door
     */
    void leavesOut(String orderId, String producer, long units, @Nullable Long back) {
        var sku = "S-" + producer;
        var goods = List.of(new Take("level", "kho", sku, null, null, units));
        orders.computeIfPresent(orderId, (_, order) -> {
            var drop = new Drop("d-" + orderId, goods, order.createdAt(), true);
            return order(
                    order,
                    back == null ? PaymentMethod.CASH_ON_DELIVERY : PaymentMethod.CARD,
                    order.shipments().and(drop));
        });
        if (back != null) {
            var part = new Part(sku, units, Money.dong(back));
            var gone = new GoneBack(Drop.refundId("d-" + orderId), Money.dong(back), false, List.of(part));
            books.put(orderId, new OrderBook(orderId, "N-" + orderId, List.of(), List.of(gone)));
        }
    }

    private static Order order(Order before, PaymentMethod method, Shipments parcels) {
        return new Order(
                before.id(),
                before.number(),
                before.state(),
                before.payment(),
                before.fulfillment(),
                before.contact(),
                before.delivery(),
                method,
                before.lines(),
                before.totals(),
                before.preparation(),
                parcels,
                before.timeline(),
                before.createdAt());
    }

    void sellsOverTheCounter(String id, LocalDate day, Sold goods) {
        var line = new Line(goods.sku(), goods.producer(), goods.units(), goods.owned(), Money.dong(goods.paid()));
        counterSales.add(new CounterSale(id, "R-" + id, day, List.of(line)));
        waiting.booked(id, day);
    }

    /** What buyers paid for goods by now, less what went back to them. */
    long paid() {
        var delivered = orders.values().stream()
                .flatMap(order -> order.paidLines().stream())
                .mapToLong(line -> line.total().amount())
                .sum();
        var back = books.values().stream()
                .flatMap(book -> book.back().stream())
                .mapToLong(one -> one.amount().amount())
                .sum();
        var counters = counterSales.stream()
                .flatMap(sale -> sale.lines().stream())
                .mapToLong(line -> line.paid().amount())
                .sum();
        return delivered - back + counters;
    }

    private static OrderLine line(Sold goods) {
        var off = goods.price() * goods.units() - goods.paid();
        return new OrderLine(
                goods.sku(),
                "P-" + goods.producer(),
                "slug",
                "Mật ong",
                "500 ml",
                goods.producer(),
                goods.producer(),
                "C-1",
                4,
                goods.units(),
                Money.dong(goods.price()),
                Money.dong(goods.paid()),
                TaxClass.PROCESSED_FOOD,
                new OrderLine.Tax(800, Money.ZERO, 0, 0),
                new OrderLine.Discount(Money.dong(off), 0, 0),
                OrderLine.Marks.NONE);
    }

    /** In two lots. */
    private static Stream<Take> takes(Sold goods) {
        return Stream.of(
                        take(goods, "L1", "", goods.units() - goods.owned()),
                        take(goods, "L2", "|OWNED", goods.owned()))
                .filter(take -> take.quantity() > 0);
    }

    private static Take take(Sold goods, String lot, String whose, long units) {
        return new Take("kho|" + goods.sku() + "|" + lot + whose, "kho", goods.sku(), lot, null, units);
    }

    private static Order order(
            String id, List<OrderLine> lines, List<Take> takes, Money paid, Instant at, TimelineEntry last) {
        return new Order(
                id,
                "N-" + id,
                OrderState.COMPLETED,
                PaymentState.PAID,
                FulfillmentState.DELIVERED,
                new Contact("A", "+84912345678", null),
                new Delivery.Pickup("kho", "Kho"),
                PaymentMethod.CARD,
                lines,
                new Totals(paid, Money.ZERO, paid, Money.ZERO),
                new Preparation("cart", "print", "vi", null, takes, null, null, List.of()),
                Shipments.NONE,
                List.of(new TimelineEntry(at, TimelineEntry.What.DELIVERED, null), last),
                at);
    }

    @Override
    public Mono<Map<String, Map<String, Long>>> ownedByRefund(String orderId) {
        return Mono.just(returned.getOrDefault(orderId, Map.of()));
    }

    @Override
    public Flux<OrderBook> of(Collection<String> orderIds) {
        return Flux.fromIterable(orderIds).mapNotNull(books::get);
    }

    @Override
    public Flux<OrderBook> paidByCard(Instant since) {
        return Flux.fromIterable(books.values());
    }

    @Override
    public Flux<Reading<CounterSale>> between(LocalDate first, LocalDate last) {
        return Flux.fromIterable(counterSales)
                .filter(sale -> !sale.day().isBefore(first) && !sale.day().isAfter(last))
                .map(sale -> new Reading.Read<>(sale.id(), sale));
    }

    @Override
    public Mono<LocalDate> firstDay() {
        return afterOrders
                .get()
                .then(Mono.defer(() -> Mono.justOrEmpty(
                        counterSales.stream().map(CounterSale::day).min(LocalDate::compareTo))));
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        return Mono.empty();
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return Mono.empty();
    }

    @Override
    public Flux<ProductRecord> shownBySku(Collection<String> skus) {
        return currentBySku(skus);
    }

    @Override
    public Flux<ProductRecord> currentBySku(Collection<String> skus) {
        if (skus.stream().anyMatch(unreadable::contains)) {
            return Flux.error(new IllegalStateException("unreadable"));
        }
        var _ = mostAtOnce.accumulateAndGet(skus.size(), Math::max);
        return Flux.fromIterable(skus).filter(sku -> !forgotten.contains(sku)).mapNotNull(Market::product);
    }

    /** A producer whose name begins with h is a household. */
    private static @Nullable ProductRecord product(String sku) {
        var producer = sku.substring(2);
        var kind = producer.toLowerCase(Locale.ROOT).startsWith("h") ? "hộ" : "HTX";
        return new ProductRecord(
                "P-" + producer,
                1,
                "slug",
                "Mật ong",
                new ProducerRef(producer, producer, producer, kind),
                new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null),
                new GroupRef("01", "Rau", "Vegetables", "I", "Thực phẩm", "Food"),
                List.of(),
                List.of(new Variant(sku, null, "500 ml", null, Money.dong(1), TaxClass.PROCESSED_FOOD)),
                null,
                List.of(),
                null,
                null,
                List.of(),
                true,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
