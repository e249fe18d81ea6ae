package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.pos.BookingOutcome.RefusedLine;
import vn.ocopmarket.storefront.pos.Sales.Unfinished;
import vn.ocopmarket.storefront.pos.domain.BookingDecision;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Sale.Booking;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/**
 * Books a sale exactly once: the agreed sale is stored first, then its stock is moved under an id that belongs to it, then it
 * gets its receipt number. Whoever asks again, or the worker after a crash, goes on where it stopped.
 */
public final class BookingSales {

    private static final Logger LOG = LoggerFactory.getLogger(BookingSales.class);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_FAILURES = 12;

    private final Sales sales;
    private final FindProducts products;
    private final MovingStock moving;
    private final Clock clock;

    BookingSales(Sales sales, FindProducts products, MovingStock moving, Clock clock) {
        this.sales = sales;
        this.products = products;
        this.moving = moving;
        this.clock = clock;
    }

    /**
     * Never empty. An error means that it is not known how it ended: ask again.
     *
     * @param locationId where the seller stands; a sale of another location is unknown here
     */
    public Mono<BookingOutcome> book(String locationId, String saleId, Money given, boolean ageConfirmed) {
        return sales.find(saleId)
                .filter(sale -> sale.till().locationId().equals(locationId))
                .flatMap(sale -> switch (sale) {
                    case Draft draft -> agree(draft, given, ageConfirmed);
                    case Booking booking -> finish(booking);
                    case Sale.Booked booked -> Mono.just(new BookingOutcome.Sold(booked));
                })
                .defaultIfEmpty(new BookingOutcome.UnknownSale());
    }

    /** Goes on with a booking; may be repeated. */
    public Mono<BookingOutcome> finish(Booking booking) {
        return moving.move(movement(booking)).flatMap(outcome -> switch (outcome) {
            case MovementOutcome.Moved moved ->
                sales.book(booking, moved.owned()).map(BookingOutcome.Sold::new);
            case MovementOutcome.NotEnough(var shortages) ->
                backToTheCounter(booking, new BookingOutcome.NotEnoughStock(shortages));
            case MovementOutcome.UnknownSkus(var skus) -> backToTheCounter(booking, noLongerForSale(booking, skus));
            case MovementOutcome.UnknownLocation _, MovementOutcome.AnotherMovement _ ->
                Mono.error(new IllegalStateException("Sale %s cannot move stock: %s".formatted(booking.id(), outcome)));
        });
    }

    private Mono<BookingOutcome> agree(Draft draft, Money given, boolean ageConfirmed) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var skus = draft.lines().stream().map(SaleLine::sku).toList();
        return products.currentBySku(skus).collectList().flatMap(current -> {
            var prices = new HashMap<String, Money>();
            var refused = judge(draft, current, today, prices);
            return refused.isEmpty()
                    ? decide(draft, new Sale.Cash(given, now, today), ageConfirmed, prices)
                    : Mono.just(new BookingOutcome.NoLongerForSale(refused));
        });
    }

    /** Fills in today's prices and gives the lines that may not be sold today. */
    private static List<RefusedLine> judge(
            Draft draft, List<ProductRecord> current, LocalDate today, Map<String, Money> prices) {
        var bySku = new HashMap<String, ProductRecord>();
        current.forEach(product -> product.variants().forEach(variant -> bySku.put(variant.sku(), product)));
        var refused = new ArrayList<RefusedLine>();
        for (var line : draft.lines()) {
            var product = bySku.get(line.sku());
            var eligibility = product == null
                    ? new Eligibility.Ineligible(List.of(Reason.UNKNOWN_VARIANT))
                    : Eligibility.of(product, line.sku(), today, Channel.COUNTER);
            switch (eligibility) {
                case Eligibility.Eligible(var _, Money price) -> prices.put(line.sku(), price);
                case Eligibility.Ineligible(var reasons) -> refused.add(new RefusedLine(line, reasons));
            }
        }
        return refused;
    }

    private Mono<BookingOutcome> decide(Draft draft, Sale.Cash cash, boolean ageConfirmed, Map<String, Money> prices) {
        return switch (draft.book(cash, ageConfirmed, prices)) {
            case BookingDecision.NothingScanned _ -> Mono.just(new BookingOutcome.NothingScanned());
            case BookingDecision.AgeNotConfirmed _ -> Mono.just(new BookingOutcome.AgeNotConfirmed());
            case BookingDecision.TooLittleCash(var missing) -> Mono.just(new BookingOutcome.TooLittleCash(missing));
            case BookingDecision.PricesChanged(var repriced) ->
                sales.store(repriced).thenReturn(new BookingOutcome.PricesChanged());
            case BookingDecision.Agreed(var booking) ->
                sales.store(booking)
                        .flatMap(stored -> stored
                                ? finish(booking)
                                : book(draft.till().locationId(), draft.id(), cash.given(), ageConfirmed));
        };
    }

    private Mono<BookingOutcome> backToTheCounter(Booking booking, BookingOutcome.BookingRefused why) {
        return sales.store(booking.refused()).thenReturn(why);
    }

    private static BookingOutcome.NoLongerForSale noLongerForSale(Booking booking, List<String> skus) {
        return new BookingOutcome.NoLongerForSale(booking.lines().stream()
                .filter(line -> skus.contains(line.sku()))
                .map(line -> new RefusedLine(line, List.of(Reason.UNKNOWN_VARIANT)))
                .collect(Collectors.toList()));
    }

    static Movement movement(Booking booking) {
        var lines = booking.lines().stream()
                .map(line -> new Movement.Line(line.sku(), null, null, line.quantity()))
                .toList();
        return new Movement(
                booking.movementId(),
                Movement.Kind.SALE,
                booking.till().locationId(),
                null,
                lines,
                booking.till().seller(),
                null,
                booking.cash().at());
    }

    /** Goes on with bookings that began before the moment; gives how many. One that fails stops no other. */
    public Mono<Long> finishSince(Instant moment) {
        return sales.unfinishedSince(moment, clock.instant())
                .concatMap(half -> Mono.defer(() -> finish(half.booking()))
                        .then()
                        .onErrorResume(failure -> later(half, failure))
                        .thenReturn(half))
                .count();
    }

    /** Later and later; in the end somebody has to look at it. */
    private Mono<Void> later(Unfinished half, Throwable failure) {
        var booking = half.booking();
        LOG.warn("Sale {} is finished later: {}", booking.id(), failure.toString());
        var pause = SOON.multipliedBy(1L << Math.min(half.failures(), MOST_DOUBLINGS));
        var again = half.failures() + 1 < MOST_FAILURES ? clock.instant().plus(pause) : null;
        return sales.failed(booking, failure.toString(), again).onErrorComplete();
    }
}
