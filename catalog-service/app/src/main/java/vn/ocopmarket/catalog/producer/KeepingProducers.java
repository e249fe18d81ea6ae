package vn.ocopmarket.catalog.producer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.PlaceResolution.Several;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.gs1.Gln;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.text.VietnameseText;

/** Adds producers to the register and keeps their pages. */
public final class KeepingProducers {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ABOUT = 5_000;

    private final Producers producers;
    private final Places places;
    private final ProducerKinds kinds;
    private final Clock clock;

    KeepingProducers(Producers producers, Places places, ProducerKinds kinds, Clock clock) {
        this.clock = clock;
        this.producers = producers;
        this.places = places;
        this.kinds = kinds;
    }

    /** Never empty; asking again with the same name and province gives the producer that is there. */
    public Mono<Outcome<ProducerRecord>> add(ProducerDraft draft, Caller caller) {
        var errors = errors(draft);
        if (!errors.isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(errors));
        }
        var place = placeOf(draft);
        if (!caller.keepsProvince(place.provinceCode())) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        var bare = KnownProducer.named(draft.name(), kinds.of(draft.kind(), draft.name()), place);
        var full = written(bare, draft, place, bare.record().revision())
                .told(null, deed(caller, "PRODUCER_ADDED", bare.record().id()));
        return producers
                .addMissing(List.of(full))
                .then(Mono.defer(() -> producers.identifiedBy(full.identities()).next()))
                .map(found -> new Outcome.Done<>(found.record()));
    }

    /** Never empty. */
    public Mono<Outcome<ProducerRecord>> edit(String id, long revision, ProducerDraft draft, Caller caller) {
        return producers
                .find(id)
                .flatMap(current -> edited(current, revision, draft, caller))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<ProducerRecord>> edited(
            KnownProducer current, long revision, ProducerDraft draft, Caller caller) {
        if (!caller.keepsProducer(current.record().id(), current.provinceCode())) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        var errors = errors(draft);
        if (!errors.isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(errors));
        }
        if (current.record().revision() != revision) {
            return Mono.just(new Outcome.Stale<>(current.record().revision()));
        }
        var place = placeOf(draft);
        if (!place.provinceCode().equals(current.provinceCode()) && !caller.keepsProvince(place.provinceCode())) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        var next = written(current, draft, place, revision + 1)
                .told(current.record(), deed(caller, "PRODUCER_EDITED", id(current)));
        return producers
                .replace(next)
                .map(done -> done
                        ? new Outcome.Done<>(next.record())
                        : new Outcome.Stale<>(current.record().revision()));
    }

    private Deed deed(Caller caller, String what, String of) {
        return new Deed(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject(), what, of, "");
    }

    private static String id(KnownProducer producer) {
        return producer.record().id();
    }

    private KnownProducer written(KnownProducer current, ProducerDraft draft, PlaceRef place, long revision) {
        var record = new ProducerRecord(
                current.record().id(),
                revision,
                current.record().slug(),
                VietnameseText.canonical(draft.name()),
                kinds.of(draft.kind(), draft.name()),
                place,
                draft.gln(),
                draft.about());
        var identities = Stream.concat(
                        current.identities().stream(),
                        Stream.of(KnownProducer.identity(draft.name(), place.provinceCode())))
                .collect(Collectors.toUnmodifiableSet());
        return new KnownProducer(record, place.provinceCode(), identities, current.history(), false);
    }

    private PlaceRef placeOf(ProducerDraft draft) {
        return switch (places.resolve(draft.province(), draft.commune(), draft.communeCode())) {
            case Resolved(var place) -> place;
            case Several several -> several.place();
            default -> throw new IllegalArgumentException("Not a place: " + draft.province());
        };
    }

    private List<FieldError> errors(ProducerDraft draft) {
        var errors = new ArrayList<FieldError>();
        if (draft.name().isBlank()) {
            errors.add(FieldError.of("name", "required"));
        }
        if (draft.name().length() > LONGEST_NAME) {
            errors.add(FieldError.of("name", "too-long", LONGEST_NAME));
        }
        if (draft.about() != null && draft.about().length() > LONGEST_ABOUT) {
            errors.add(FieldError.of("about", "too-long", LONGEST_ABOUT));
        }
        if (draft.gln() != null && !isGln(draft.gln())) {
            errors.add(FieldError.of("gln", "gln"));
        }
        errors.addAll(places.errors(draft.province(), draft.commune(), draft.communeCode()));
        return errors;
    }

    private static boolean isGln(@Nullable String text) {
        try {
            return text != null && !new Gln(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
