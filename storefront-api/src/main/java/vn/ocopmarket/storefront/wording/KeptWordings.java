package vn.ocopmarket.storefront.wording;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** What officers wrote, and which of the shipped groups they switched; every error is an outage of the store. */
public interface KeptWordings {

    /** More are never kept. */
    int MOST = 1_000;

    /** All, in no order; of shipped ones only their key, state and deeds. */
    Flux<Wording> all();

    /** Keeps it when the version before is the one there is. False when somebody else was faster. */
    Mono<Boolean> store(Wording wording);

    /** A number that grows with every change; 0 before the first. Never empty. */
    Mono<Long> revision();
}
