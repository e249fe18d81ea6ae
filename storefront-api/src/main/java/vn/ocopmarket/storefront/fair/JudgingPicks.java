package vn.ocopmarket.storefront.fair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.Fitness;
import vn.ocopmarket.storefront.fair.domain.Period;
import vn.ocopmarket.storefront.fair.domain.Pick;

/** Judges what was picked anew, by the catalogue of this moment. */
final class JudgingPicks {

    private static final int SKUS_A_CALL = 50;

    private final FindProducts products;

    JudgingPicks(FindProducts products) {
        this.products = products;
    }

    /** Every pick of the fair, in the order of the picks. */
    Mono<List<JudgedPick>> judge(Fair fair, Period period) {
        return Flux.fromIterable(fair.picks())
                .flatMapIterable(Pick::skus)
                .buffer(SKUS_A_CALL)
                .flatMap(products::currentBySku, 2)
                .collect(HashMap<String, ProductRecord>::new, (byId, product) -> byId.put(product.id(), product))
                .map(byId -> fair.picks().stream()
                        .map(pick -> judge(pick, byId, period))
                        .toList());
    }

    private static JudgedPick judge(Pick pick, Map<String, ProductRecord> byId, Period period) {
        var product = byId.get(pick.productId());
        var fitness = product == null
                ? new Fitness.Unfit(period.first(), List.of(Reason.UNKNOWN_VARIANT))
                : Fitness.of(product, period);
        return new JudgedPick(pick, product, fitness);
    }
}
