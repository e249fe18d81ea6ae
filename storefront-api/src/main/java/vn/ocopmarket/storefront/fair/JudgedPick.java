package vn.ocopmarket.storefront.fair;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.fair.domain.Fitness;
import vn.ocopmarket.storefront.fair.domain.Pick;

/**
 * A picked product as it is now.
 *
 * @param product or null when the catalogue no longer has it
 */
public record JudgedPick(Pick pick, @Nullable ProductRecord product, Fitness fitness) {

    public boolean isFit() {
        return fitness instanceof Fitness.Fit;
    }

    public Fitness.@Nullable Fit fit() {
        return fitness instanceof Fitness.Fit fit ? fit : null;
    }

    public Fitness.@Nullable Unfit unfit() {
        return fitness instanceof Fitness.Unfit unfit ? unfit : null;
    }
}
