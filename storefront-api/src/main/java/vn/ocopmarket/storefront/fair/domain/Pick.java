package vn.ocopmarket.storefront.fair.domain;

import java.util.List;

/**
 * A product chosen for a fair.
 *
 * @param name as it was when it was chosen, for when the catalogue does not answer
 * @param skus its variants
 */
public record Pick(String productId, String name, List<String> skus) {

    public Pick {
        skus = List.copyOf(skus);
    }
}
