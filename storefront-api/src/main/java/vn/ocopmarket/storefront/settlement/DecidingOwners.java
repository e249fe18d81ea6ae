package vn.ocopmarket.storefront.settlement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.settlement.OwnersOfRefunds.Decided;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;

/** Decides, where a line was of both owners, whose the units were that went back with each refund which is to be entered. */
final class DecidingOwners {

    private final OwnersOfRefunds owners;

    DecidingOwners(OwnersOfRefunds owners) {
        this.owners = owners;
    }

    /** A line of both owners, and all that is on its way back of it. */
    record Line(Order order, OrderLine line, List<Back> backs) {

        static String id(Order order, String sku) {
            return order.id() + ":" + sku;
        }

        String id() {
            return id(order, line.sku());
        }
    }

    /** Gives what is known with all of it decided. Never empty. */
    Mono<Known> decide(Collection<Line> lines, Known known) {
        var ids = lines.stream().map(Line::id).toList();
        return ids.isEmpty()
                ? Mono.just(known)
                : owners.of(ids)
                        .collectMap(Decided::line)
                        .flatMapMany(found -> Flux.fromIterable(lines)
                                .concatMap(line -> decide(
                                        line, known, found.getOrDefault(line.id(), new Decided(line.id(), Map.of())))))
                        .collectMap(Decided::line, Decided::owned)
                        .map(known::with);
    }

    /** Who is second goes by what the first decided, and decides of the rest. */
    private Mono<Decided> decide(Line line, Known known, Decided before) {
        var more = undecided(line, known.with(Map.of(line.id(), before.owned())), before);
        return more.isEmpty()
                ? Mono.just(before)
                : owners.decide(before, more)
                        .flatMap(first -> first
                                ? Mono.just(before.and(more))
                                : owners.of(List.of(line.id())).single().flatMap(now -> decide(line, known, now)));
    }

    private static Map<String, Long> undecided(Line line, Known known, Decided before) {
        var owned = OrderEntries.whose(line.order(), line.line())
                .ownedBack(line.backs(), known.told(line.order(), line.line().sku(), line.backs()));
        var more = new HashMap<String, Long>();
        for (var back : line.backs()) {
            if (back.done() && !before.owned().containsKey(back.refundId())) {
                more.put(back.refundId(), owned.getOrDefault(back.refundId(), 0L));
            }
        }
        return more;
    }
}
