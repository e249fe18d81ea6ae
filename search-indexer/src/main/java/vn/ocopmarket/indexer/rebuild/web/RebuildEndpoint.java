package vn.ocopmarket.indexer.rebuild.web;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.rebuild.RebuildReport;
import vn.ocopmarket.indexer.rebuild.RebuildingIndex;

/** {@code POST /actuator/rebuild} makes the index anew; 404 while another instance works on it. */
@Component
@Endpoint(id = "rebuild")
final class RebuildEndpoint {

    private final RebuildingIndex rebuilding;

    RebuildEndpoint(RebuildingIndex rebuilding) {
        this.rebuilding = rebuilding;
    }

    @WriteOperation
    Mono<RebuildReport> rebuild() {
        return rebuilding.rebuild();
    }
}
