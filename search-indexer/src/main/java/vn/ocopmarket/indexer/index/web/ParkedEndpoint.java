package vn.ocopmarket.indexer.index.web;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.index.ParkedProduct;
import vn.ocopmarket.indexer.index.RefreshCounts;
import vn.ocopmarket.indexer.index.ReplayingParked;

/** {@code GET /actuator/parked} lists what could not be indexed; {@code POST} tries it again. */
@Component
@Endpoint(id = "parked")
final class ParkedEndpoint {

    private final ReplayingParked replaying;

    ParkedEndpoint(ReplayingParked replaying) {
        this.replaying = replaying;
    }

    @ReadOperation
    Mono<List<ParkedProduct>> parked() {
        return replaying.parked().take(1_000).collectList();
    }

    @WriteOperation
    Mono<RefreshCounts> replay() {
        return replaying.replay();
    }
}
