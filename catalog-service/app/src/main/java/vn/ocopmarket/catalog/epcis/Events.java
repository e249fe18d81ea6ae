package vn.ocopmarket.catalog.epcis;

import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;

/**
 * All captured events; none is ever deleted. Every call fails when the store does not answer in time, and can be made again:
 * an event that is there stays as it is.
 */
public interface Events {

    /** Never empty. */
    Mono<Recording> record(EpcisEvent event, Authorship authorship, Instant at);

    /** By event time, oldest first. */
    Flux<Recorded> find(EventQuery query);

    /** What came of recording an event. */
    enum Recording {
        NEW,
        KNOWN,
        DECLARED_WRONG,
        OTHER_EVENT_OF_THAT_ID
    }

    /**
     * Who reports an event.
     *
     * @param authors in whose name, such as {@code producer:<id>}
     * @param readers who may read it beside them
     */
    record Authorship(Set<String> authors, Set<String> readers) {

        public Authorship {
            authors = Set.copyOf(authors);
            readers = Set.copyOf(readers);
        }
    }
}
