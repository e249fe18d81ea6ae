package vn.ocopmarket.storefront.trace;

import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.trace.TraceRecord;

/** What the catalogue knows behind codes. An error means that it did not answer in time. */
public interface Traces {

    /** Empty when nothing has that GTIN. */
    Mono<TraceRecord> behind(DigitalLink link);

    /** By the id in a short path; empty when there is no such lot. */
    Mono<TraceRecord> ofLot(String id);
}
