package vn.ocopmarket.storefront.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.contract.stock.Ownership.CONSIGNED;
import static vn.ocopmarket.contract.stock.Ownership.OWNED;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.payment.FindBooks;
import vn.ocopmarket.storefront.payment.MoneyByHand;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.Payments;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.FindReturnedGoods;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.domain.RequestState;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Entry.Kind;
import vn.ocopmarket.storefront.settlement.domain.Placed;

/** Units that are taken out of a paid line of two of a producer's and three of the market's own, which end later. */
class DroppedUnitsIT extends CommerceIT {

    private static final long PRICE = 35_000;

    @Autowired
    AskingStaff asking;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    RefundingOrder refunding;

    @Autowired
    ReturningMoney money;

    @Autowired
    Payments books;

    @Autowired
    OrdersToEnter waiting;

    @Autowired
    FindReturnedGoods returned;

    @Autowired
    MongoDatabase database;

    private final AnnotationConfigApplicationContext settlement = new AnnotationConfigApplicationContext();

    @BeforeEach
    void settle() {
        settlement.registerBean(MongoDatabase.class, () -> database);
        settlement.registerBean(Clock.class, () -> clock);
        settlement.registerBean(OrdersToEnter.class, () -> waiting);
        settlement.registerBean(FindBooks.class, () -> MoneyByHand.books(books));
        settlement.registerBean(FindReturnedGoods.class, () -> returned);
        settlement.registerBean(FindProducts.class, () -> products);
        settlement.registerBean(SalesToEnter.class, new Market().waiting::sales);
        settlement.registerBean(FindCounterSales.class, NoCounters::new);
        settlement.registerBean(SimpleMeterRegistry.class);
        settlement.registerBean(CurrentStaff.class, () -> Mono::empty);
        settlement.scan("vn.ocopmarket.storefront.settlement");
        settlement.refresh();
        settlement.getBeansOfType(PeriodicWorker.class).values().forEach(PeriodicWorker::stop);
    }

    private static final class NoCounters implements FindCounterSales {

        @Override
        public Flux<Reading<CounterSale>> between(LocalDate first, LocalDate last) {
            return Flux.empty();
        }

        @Override
        public Mono<LocalDate> firstDay() {
            return Mono.empty();
        }
    }

    @AfterEach
    void end() {
        settlement.close();
    }

    /** What ends last is taken out first. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "3, 3, 0", "4, 3, 1"})
    void giveTheirMoneyTheirShelfAndTheirOwnerBack(long units, long ofMarket, long ofProducer) {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1)));
        arrives(sku, CONSIGNED, 30, 2);
        arrives(sku, OWNED, 60, 3);
        var order = paid(sku, 5);

        var dropped = await(asking.drop(order.id(), "k", List.of(new Wanted(sku, units)), null));

        assertThat(((Done) dropped).request().state()).isEqualTo(RequestState.DROPPED);
        assertThat(await(refunding.of(order.id())).back().amount()).isEqualTo(units * PRICE);
        assertThat(stock(sku, StockView::allocated))
                .containsExactlyInAnyOrder(tuple(CONSIGNED, 2 - ofProducer), tuple(OWNED, 3 - ofMarket));
        assertThat(stock(sku, StockView::onHand)).containsExactlyInAnyOrder(tuple(CONSIGNED, 2L), tuple(OWNED, 3L));

        deliver(order);

        assertThat(stock(sku, StockView::onHand))
                .containsExactlyInAnyOrder(tuple(CONSIGNED, ofProducer), tuple(OWNED, ofMarket));
        var _ = await(settlement.getBean(GatheringEntries.class).gather());
        assertThat(sums(order))
                .containsExactlyInAnyOrderElementsOf(List.of(
                                sum(Kind.SALE, 2),
                                sum(Kind.OWNED_SALE, 3),
                                sum(Kind.REFUND, -ofProducer),
                                sum(Kind.OWNED_REFUND, -ofMarket))
                        .stream()
                        .filter(each -> !each.toList().contains(0L))
                        .toList());
        assertThat(await(settlement.getBean(ProvingSettlement.class).prove())
                        .result()
                        .findings())
                .filteredOn(finding ->
                        finding.about().contains(order.id()) || finding.about().equals(order.number()))
                .isEmpty();
        assertStockAndLedgerAgree();
    }

    private List<Tuple> sums(Order order) {
        return await(settlement
                        .getBean(Entries.class)
                        .all()
                        .mapNotNull(Reading::orNull)
                        .map(Placed::entry)
                        .filter(entry -> entry.goods().document().equals(order.number()))
                        .collectList())
                .stream()
                .map(DroppedUnitsIT::sum)
                .toList();
    }

    private static Tuple sum(Entry entry) {
        return tuple(
                entry.kind(),
                entry.goods().units(),
                entry.figures().gross(),
                entry.figures().paid());
    }

    private static Tuple sum(Kind kind, long units) {
        return tuple(kind, units, Money.dong(units * PRICE), Money.dong(units * PRICE));
    }

    private List<Tuple> stock(String sku, ToLongFunction<StockView> of) {
        return levels(sku).stream()
                .map(level -> tuple(level.ownership(), of.applyAsLong(level)))
                .toList();
    }

    private Order paid(String sku, long units) {
        var order = ((Prepared) prepare(cartOf(units, sku), PaymentMethod.CARD, units * PRICE)).order();
        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        money.collected(order.id(), order.number(), order.total()).block(PATIENCE);
        return await(orders.find(order.id()));
    }

    private void deliver(Order order) {
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(fulfilling.deliver(order.id()))).isInstanceOf(Moved.class);
    }

    private void arrives(String sku, Ownership ownership, int days, long units) {
        var lines = List.of(new Movement.Line(
                sku, "L-" + ownership, ownership, LocalDate.now(clock).plusDays(days), units));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(MovementOutcome.Moved.class);
    }
}
