package vn.ocopmarket.catalog.epcis;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.epcis.EventDocuments.Reading;
import vn.ocopmarket.catalog.epcis.Events.Authorship;
import vn.ocopmarket.catalog.epcis.Events.Recording;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.producer.Producers;

/** Takes in what others report; the whole of a document, or nothing of it when one event is wrong. */
public final class CapturingEvents {

    private static final int AT_ONCE = 8;

    private final EventDocuments documents;
    private final Events events;
    private final Producers producers;
    private final Scheduler reading;
    private final Clock clock;

    CapturingEvents(EventDocuments documents, Events events, Producers producers, Scheduler reading, Clock clock) {
        this.documents = documents;
        this.events = events;
        this.producers = producers;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Never empty; fails when the store does not answer or too many documents wait. Safe to repeat: events that are known are
     * passed over.
     *
     * @param partly whether right events are taken although others are wrong
     */
    public Mono<Outcome<Captured>> capture(byte[] content, boolean partly, Caller caller) {
        if (Parties.of(caller).isEmpty()) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        return Mono.fromCallable(() -> documents.read(content))
                .subscribeOn(reading)
                .flatMap(read -> partly || read.problems().isEmpty()
                        ? authorship(caller).flatMap(authorship -> record(read, authorship))
                        : Mono.just(new Captured(List.of(), 0, 0, read.problems())))
                .map(Outcome.Done::new);
    }

    private Mono<Authorship> authorship(Caller caller) {
        return Flux.fromIterable(caller.producers())
                .concatMap(producers::find)
                .map(producer -> Parties.province(producer.provinceCode()))
                .collectList()
                .map(provinces -> {
                    var readers = new HashSet<>(provinces);
                    readers.addAll(Parties.of(caller));
                    return new Authorship(Parties.of(caller), readers);
                });
    }

    private Mono<Captured> record(Reading read, Authorship authorship) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Flux.fromIterable(read.events())
                .flatMapSequential(
                        event -> events.record(event, authorship, at).map(done -> new Done(event, done)), AT_ONCE)
                .collectList()
                .map(all -> captured(all, read.problems()));
    }

    private static Captured captured(List<Done> all, List<EventProblem> before) {
        var problems = new ArrayList<>(before);
        all.stream()
                .filter(done -> done.recording() == Recording.OTHER_EVENT_OF_THAT_ID)
                .forEach(done -> problems.add(
                        new EventProblem("", "event-id-reused", done.event().id())));
        return new Captured(
                all.stream()
                        .filter(done -> done.recording() != Recording.OTHER_EVENT_OF_THAT_ID)
                        .map(done -> done.event().id())
                        .toList(),
                count(all, Set.of(Recording.NEW)),
                count(all, Set.of(Recording.KNOWN)),
                problems);
    }

    private static int count(List<Done> all, Set<Recording> wanted) {
        return (int)
                all.stream().filter(done -> wanted.contains(done.recording())).count();
    }

    private record Done(EpcisEvent event, Recording recording) {}

    /**
     * What was taken in.
     *
     * @param eventIds of the document, in its order
     * @param added how many of them are new
     * @param known how many were there already
     */
    public record Captured(List<String> eventIds, int added, int known, List<EventProblem> problems) {

        public Captured {
            eventIds = List.copyOf(eventIds);
            problems = List.copyOf(problems);
        }
    }
}
