package vn.ocopmarket.catalog.epcis.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;

/** Documents of the standard around events that are kept as JSON already. */
final class EpcisDocuments {

    private static final String CONTEXT =
            "\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"]";

    private EpcisDocuments() {}

    static String queryAnswer(List<Recorded> events) {
        return events.stream()
                .map(Recorded::json)
                .collect(Collectors.joining(
                        ",",
                        "{" + CONTEXT + ",\"type\":\"EPCISQueryDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\""
                                + "%s\",\"epcisBody\":{\"queryResults\":{\"queryName\":\"SimpleEventQuery\","
                                        .formatted(newest(events))
                                + "\"resultsBody\":{\"eventList\":[",
                        "]}}}}"));
    }

    static Flux<String> stream(Flux<Recorded> events) {
        var head = Flux.just("{" + CONTEXT + ",\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\","
                + "\"creationDate\":\"1970-01-01T00:00:00Z\",\"epcisBody\":{\"eventList\":[\n");
        var list = events.map(Recorded::json)
                .index()
                .map(numbered -> (numbered.getT1() == 0 ? "" : ",\n") + numbered.getT2());
        return head.concatWith(list).concatWith(Flux.just("\n]}}\n"));
    }

    private static String newest(List<Recorded> events) {
        return events.stream()
                .map(Recorded::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .toString();
    }
}
