package vn.ocopmarket.storefront.fair;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.fair.domain.Fitness;

/**
 * A product that was found for a fair.
 *
 * @param picked whether it is picked already
 */
public record Candidate(ProductRecord product, Fitness fitness, boolean picked) {

    public boolean isFit() {
        return fitness instanceof Fitness.Fit;
    }

    public Fitness.@Nullable Unfit unfit() {
        return fitness instanceof Fitness.Unfit unfit ? unfit : null;
    }
}
