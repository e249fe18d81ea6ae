package vn.ocopmarket.storefront.returning;

import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/** Reads it from what was received. */
final class ReturnedGoods implements FindReturnedGoods {

    private final BuyerRequests requests;

    ReturnedGoods(BuyerRequests requests) {
        this.requests = requests;
    }

    @Override
    public Mono<Map<String, Map<String, Long>>> ownedByRefund(String orderId) {
        return requests.ofOrder(orderId).collect(HashMap::new, ReturnedGoods::add);
    }

    private static void add(Map<String, Map<String, Long>> owned, BuyerRequest request) {
        for (var i = 0; i < request.receptions().size(); i++) {
            var _ = owned.put(
                    Consequences.id(request, i + 1), request.receptions().get(i).ownedUnits());
        }
    }
}
