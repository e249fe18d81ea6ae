package vn.ocopmarket.storefront.returning;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.CalledBackLots;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/**
 * Judges what came back by its lot: goods that were called back are not put on sale again, whatever the clerk wrote, and goods
 * are whose they were when they left.
 */
final class JudgingLots {

    private final CalledBackLots calledBack;
    private final Orders orders;

    JudgingLots(CalledBackLots calledBack, Orders orders) {
        this.calledBack = calledBack;
        this.orders = orders;
    }

    /** The reception as it is to be booked. Never empty; an error when it is not known which lots were called back. */
    Mono<Reception> judge(String orderId, Reception reception) {
        return orders.find(orderId)
                .map(order -> order.preparation().takes())
                .defaultIfEmpty(List.of())
                .flatMap(takes -> Flux.fromIterable(reception.parts())
                        .concatMap(part -> judge(part.of(owner(part, takes)), takes))
                        .collectList())
                .map(parts -> new Reception(reception.key(), reception.locationId(), parts));
    }

    private Mono<Part> judge(Part part, List<Take> takes) {
        return part.condition() != Condition.RESELLABLE
                ? Mono.just(part)
                : calledBack
                        .of(part.sku())
                        .map(lots -> lots(part, takes).anyMatch(lots::contains) ? part.in(Condition.RECALLED) : part);
    }

    /** Goods whose lot nobody wrote down may be of any that left with the order. */
    private static Stream<String> lots(Part part, List<Take> takes) {
        var lot = part.lot();
        return lot != null
                ? Stream.of(lot)
                : takes.stream()
                        .filter(take -> take.sku().equals(part.sku()))
                        .map(Take::lot)
                        .filter(Objects::nonNull);
    }

    /** What the clerk says counts only where goods of both left with the order; null when it is not said then. */
    private static @Nullable Ownership owner(Part part, List<Take> takes) {
        var ofSku = takes.stream().filter(take -> take.sku().equals(part.sku())).toList();
        var ofLot = ofSku.stream()
                .filter(take -> Objects.equals(take.lot(), part.lot()))
                .toList();
        var owners = (ofLot.isEmpty() ? ofSku : ofLot)
                .stream().map(Take::ownership).distinct().toList();
        return switch (owners.size()) {
            case 0 -> Ownership.CONSIGNED;
            case 1 -> owners.getFirst();
            default -> part.ownership();
        };
    }
}
