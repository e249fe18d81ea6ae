package vn.ocopmarket.storefront.nearby;

import java.util.Set;
import reactor.core.publisher.Mono;

/** The stalls of fairs that buyers can walk to today; whoever runs the fairs knows. */
public interface OpenStalls {

    /** Ids of their stock locations. Never empty as a Mono; an error when nobody can tell. */
    Mono<Set<String>> today();
}
