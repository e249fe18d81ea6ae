package vn.ocopmarket.indexer.index;

import java.util.Collection;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.product.ProductRecord;

/** The products of the catalogue. An error means that it does not answer, or {@link UnreadableProductException}. */
public interface Products {

    /** Those that exist; empty when none of them does. */
    Flux<ProductRecord> byIds(Collection<String> ids);

    /** Those that one of the SKUs belongs to, each once; empty when there are none. */
    Flux<ProductRecord> bySkus(Collection<String> skus);

    /** Every product, as a stream that waits for its reader; products that cannot be read are left out and logged. */
    Flux<ProductRecord> all();
}
