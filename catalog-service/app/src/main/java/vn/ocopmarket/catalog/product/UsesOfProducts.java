package vn.ocopmarket.catalog.product;

import java.util.Collection;
import reactor.core.publisher.Flux;

/** What a feature keeps about products and would hang in the air without them. */
public interface UsesOfProducts {

    /** What it is called where somebody is told why a product stays. */
    String code();

    /** Ids of those among these products that it has something about, each once; an error when the store is away. */
    Flux<String> of(Collection<String> productIds);
}
