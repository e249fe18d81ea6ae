package vn.ocopmarket.storefront.stockproof;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.ocopmarket.storefront.inventory.FindStock.Claimed;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Promised;

/** Collects what every owner was promised of each SKU, wherever it lies. */
final class PromisesByOwner {

    private final Map<String, Map<String, Promised>> byOwner = new HashMap<>();
    private long count;

    void add(Claimed claim) {
        count++;
        byOwner.computeIfAbsent(claim.owner(), _ -> new HashMap<>())
                .merge(claim.sku(), Promised.at(claim.levelId(), claim.allocated(), claim.held()), Promised::plus);
    }

    long count() {
        return count;
    }

    Set<String> owners() {
        return byOwner.keySet();
    }

    boolean knows(String owner) {
        return byOwner.containsKey(owner);
    }

    Map<String, Promised> of(String owner) {
        return Map.copyOf(byOwner.getOrDefault(owner, Map.of()));
    }
}
