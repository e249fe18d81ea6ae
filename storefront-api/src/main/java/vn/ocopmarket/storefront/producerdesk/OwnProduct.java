package vn.ocopmarket.storefront.producerdesk;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * A product on its producer's desk.
 *
 * @param live what buyers see
 * @param open what waits to be read, or null
 * @param last the latest proposal, open or not, or null
 */
public record OwnProduct(
        ProductRecord live,
        @Nullable Proposal open,
        @Nullable Proposal last) {

    /** What its producer wants: the forms begin with it, so that a newer proposal does not forget the one before. */
    public Content wanted() {
        var latest = open == null ? last : open;
        return latest != null && (latest.isOpen() || latest.isReturned()) && latest.wanted() instanceof Content wanted
                ? wanted
                : Content.of(live);
    }
}
