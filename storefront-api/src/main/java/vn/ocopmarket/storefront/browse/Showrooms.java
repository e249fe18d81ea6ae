package vn.ocopmarket.storefront.browse;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where buyers can see and taste before they buy; whoever keeps the stock knows. */
public interface Showrooms {

    /** Empty when there is none. */
    Flux<Showroom> open();

    /** Their names by id. Empty, and never an error, when nobody can tell: without a name a place goes by its id. */
    default Mono<Map<String, String>> names() {
        return open().collectMap(Showroom::id, Showroom::name).onErrorReturn(Map.of());
    }

    /**
     * One of them.
     *
     * @param id chosen by who makes it
     * @param provinceCode null where no province applies
     * @param pickup whether orders can be collected there
     */
    record Showroom(String id, String name, @Nullable String provinceCode, boolean pickup) {}
}
