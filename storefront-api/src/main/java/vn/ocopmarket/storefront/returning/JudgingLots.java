package vn.ocopmarket.storefront.returning;

import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.CalledBackLots;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/**
 * Judges what came back by its lot: goods that were called back are not put on sale again, whatever the clerk wrote, and goods
 * are whose they were when they left.
 */
final class JudgingLots {

    private final CalledBackLots calledBack;
    private final JudgingOwners owners;
    private final Orders orders;

    JudgingLots(CalledBackLots calledBack, JudgingOwners owners, Orders orders) {
        this.calledBack = calledBack;
        this.owners = owners;
        this.orders = orders;
    }

    /** Empty when there is no such order; an error when it is not known which lots were called back. */
    Mono<Judgement> judge(BuyerRequest request, Reception reception) {
        return orders.find(request.orderId())
                .flatMap(order -> Flux.fromIterable(reception.parts())
                        .concatMap(part -> judge(part, order))
                        .collectList()
                        .flatMap(parts -> owners.judge(
                                request, order, new Reception(reception.key(), reception.locationId(), parts))));
    }

    private Mono<Part> judge(Part part, Order order) {
        return part.condition() != Condition.RESELLABLE
                ? Mono.just(part)
                : calledBack
                        .of(part.sku())
                        .map(lots -> lots(part, order).anyMatch(lots::contains) ? part.in(Condition.RECALLED) : part);
    }

    /** Goods whose lot nobody wrote down may be of any that left with the order. */
    private static Stream<String> lots(Part part, Order order) {
        var lot = part.lot();
        return lot != null
                ? Stream.of(lot)
                : order.preparation().takes().stream()
                        .filter(take -> take.sku().equals(part.sku()))
                        .map(Take::lot)
                        .filter(Objects::nonNull);
    }
}
