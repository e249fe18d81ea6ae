package vn.ocopmarket.catalog.epcis;

import java.util.List;

/** Reads EPCIS documents and single events. */
public interface EventDocuments {

    /** Synchronous, and not quick for a large document: call it off the event loop. */
    Reading read(byte[] content);

    /**
     * What a document holds.
     *
     * @param events those that are right
     * @param problems the first hundred
     */
    record Reading(List<EpcisEvent> events, List<EventProblem> problems) {

        public Reading {
            events = List.copyOf(events);
            problems = List.copyOf(problems);
        }
    }
}
