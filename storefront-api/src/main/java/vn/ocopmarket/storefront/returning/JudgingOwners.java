package vn.ocopmarket.storefront.returning;

import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.returning.domain.Announced;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Goods;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement;
import vn.ocopmarket.storefront.returning.domain.Reception;

/**
 * Judges whose the goods are that came back. Where units of both left with an order, what is about to be written down is
 * announced under the next number of the order: of two requests of which goods come at once the later sees what the other
 * is about to receive, and no owner gets back more than left.
 */
final class JudgingOwners {

    /** Every lost race means that somebody else announced goods of the same order. */
    private static final int TRIES = 20;

    private final BuyerRequests requests;
    private final AnnouncedReceptions announced;

    JudgingOwners(BuyerRequests requests, AnnouncedReceptions announced) {
        this.requests = requests;
        this.announced = announced;
    }

    /** Never empty; who has it known takes the step at once, as the request stands. */
    Mono<Judgement> judge(BuyerRequest request, Order order, Reception reception) {
        var given =
                order.preparation().takes().stream().map(JudgingOwners::goods).toList();
        var alone = new GoodsWithBuyer(given, List.of());
        return reception.parts().stream().anyMatch(part -> alone.areOfBoth(part.sku()))
                ? judge(request, order, given, reception, TRIES)
                : Mono.just(alone.judge(reception));
    }

    /** What is announced is read first: what is not announced any more has come by then. */
    private Mono<Judgement> judge(
            BuyerRequest request, Order order, List<Goods> given, Reception reception, int triesLeft) {
        return announced
                .ofOrder(order.id())
                .collectList()
                .flatMap(before -> requests.ofOrder(order.id())
                        .collectList()
                        .map(asked -> new GoodsWithBuyer(given, gone(request, order, before, asked)).judge(reception))
                        .flatMap(judged -> judged instanceof Judgement.Known(var known)
                                ? announced
                                        .add(
                                                order.id(),
                                                before.size() + 1,
                                                new Announced(
                                                        request.id(),
                                                        request.receptions().size(),
                                                        known))
                                        .flatMap(first -> first
                                                ? Mono.just(judged)
                                                : again(request, order, given, reception, triesLeft))
                                : Mono.just(judged)));
    }

    private Mono<Judgement> again(
            BuyerRequest request, Order order, List<Goods> given, Reception reception, int triesLeft) {
        return triesLeft > 0
                ? judge(request, order, given, reception, triesLeft - 1)
                : Mono.error(() -> new IllegalStateException("Too many receive goods of " + order.id() + " at once"));
    }

    /** Of what is announced for this very request only one can be received, and its step says which. */
    private static List<Goods> gone(
            BuyerRequest request, Order order, List<Announced> before, List<BuyerRequest> asked) {
        var undelivered = order.shipments().those(parcel -> parcel.state() == ShipmentState.RETURNED).stream()
                .flatMap(parcel -> parcel.goods().stream())
                .map(JudgingOwners::goods);
        var received = asked.stream().flatMap(each -> each.receptions().stream());
        var soon = before.stream()
                .distinct()
                .filter(one -> !one.requestId().equals(request.id()))
                .filter(one -> asked.stream().anyMatch(one::isAwaitedBy))
                .map(Announced::reception);
        return Stream.concat(undelivered, Stream.concat(received, soon).flatMap(GoodsWithBuyer::of))
                .toList();
    }

    private static Goods goods(Take take) {
        return new Goods(take.sku(), take.lot(), take.ownership(), take.quantity());
    }
}
