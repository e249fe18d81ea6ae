package vn.ocopmarket.catalog.links;

import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.links.domain.Finding;

/** Asks an address once. */
public interface Probe {

    /** Never empty and never an error: that nothing answers is a finding too. */
    Mono<Finding> ask(String url);
}
