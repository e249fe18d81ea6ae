package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Roll;
import vn.ocopmarket.catalog.stamp.domain.Span;

/**
 * Records batches that were printed. The roll decides between two that claim the same numbers; the write that does so has
 * the whole batch in it, and whoever comes first carries it on.
 */
public final class PrintingStamps {

    private static final int ID_LENGTH = 14;
    private static final int MOST_TRIES = 20;

    private final StampRolls rolls;
    private final StampBatches batches;
    private final Places places;
    private final Clock clock;

    PrintingStamps(StampRolls rolls, StampBatches batches, Places places, Clock clock) {
        this.rolls = rolls;
        this.batches = batches;
        this.places = places;
        this.clock = clock;
    }

    /** Never empty; the same batch again gives the one that is there. */
    public Mono<StampOutcome> record(BatchDraft draft, Caller caller) {
        var named = Objects.requireNonNullElse(draft.province(), "");
        if (!(places.resolve(named, null, null) instanceof Resolved(var place))) {
            return refused(new Outcome.Invalid<>(List.of(FieldError.of("province", "unknown-province", named))));
        }
        if (!caller.may(Permission.KEEP_STAMPS, Where.province(place.provinceCode()))) {
            return refused(new Outcome.Forbidden<>());
        }
        var errors = draft.errors(LocalDate.now(clock));
        if (!errors.isEmpty()) {
            return refused(new Outcome.Invalid<>(errors));
        }
        var batch = draft.batch(idOf(draft), place.provinceCode());
        return Mono.defer(() -> claim(batch, caller))
                .repeatWhenEmpty(tries -> tries.take(MOST_TRIES))
                .switchIfEmpty(Mono.defer(() -> refused(new Outcome.Stale<>(0))));
    }

    /** It follows from the numbers, so that a second try finds the first. */
    private static String idOf(BatchDraft draft) {
        var imprint = draft.imprint();
        var first = imprint.stamp(draft.span().first());
        var last = imprint.stamp(draft.span().last());
        return StableIds.of("stamps|" + first + '|' + last, ID_LENGTH);
    }

    /** Empty when somebody else wrote to the roll meanwhile. */
    private Mono<StampOutcome> claim(Batch batch, Caller caller) {
        var id = batch.imprint().stamp(0).roll();
        var wanted = new Roll.Claim(batch.id(), batch.imprint().rolled(batch.span()));
        return rolls.find(id)
                .defaultIfEmpty(Roll.empty(id))
                .flatMap(roll -> roll.against(wanted.span())
                        .map(there -> there.equals(wanted) ? again(batch) : printed(batch, there.span()))
                        .orElseGet(() -> claim(roll.with(wanted), batch, caller)));
    }

    private Mono<StampOutcome> claim(Roll next, Batch batch, Caller caller) {
        var deed = new Deed(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject(),
                "STAMPS_PRINTED",
                ReadNumbers.written(batch, batch.span()),
                batch.printing().order());
        var made = new StampBatch(batch, List.of(deed.making(1, List.of())));
        return rolls.claim(next, made)
                .filter(claimed -> claimed)
                .flatMap(_ -> carry(made).thenReturn(new StampOutcome.Done(made)));
    }

    /** The numbers are claimed for just this batch; it may still be on its way. */
    private Mono<StampOutcome> again(Batch batch) {
        return carryOn()
                .then(Mono.defer(() -> batches.find(batch.id())))
                .flatMap(there -> there.batch().provinceCode().equals(batch.provinceCode())
                                && there.batch().printing().equals(batch.printing())
                        ? Mono.just(new StampOutcome.Done(there))
                        : printed(
                                batch,
                                there.batch().imprint().rolled(there.batch().span())));
    }

    /** Names those that both have, as they would be written on the batch. */
    private static Mono<StampOutcome> printed(Batch batch, Span there) {
        var imprint = batch.imprint();
        var both = imprint.rolled(batch.span()).common(there).orElseThrow();
        var before = imprint.stamp(0).position();
        return Mono.just(new StampOutcome.Printed(
                imprint.written(both.first() - before), imprint.written(both.last() - before)));
    }

    /** Carries batches on that somebody claimed and did not come to carry on. */
    Mono<Void> carryOn() {
        return rolls.uncarried().concatMapDelayError(this::carry).then();
    }

    private Mono<Void> carry(StampBatch batch) {
        return batches.add(batch).then(Mono.defer(() -> rolls.carried(batch)));
    }

    private static Mono<StampOutcome> refused(Outcome<StampBatch> why) {
        return Mono.just(new StampOutcome.Refused(why));
    }
}
