package vn.ocopmarket.storefront.browse;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Where buyers can see and taste before they buy; whoever keeps the stock knows. */
public interface Showrooms {

    /** Empty when there is none. */
    Flux<Showroom> open();

    /**
     * One of them.
     *
     * @param provinceCode null where no province applies
     * @param pickup whether orders can be collected there
     */
    record Showroom(String name, @Nullable String provinceCode, boolean pickup) {}
}
