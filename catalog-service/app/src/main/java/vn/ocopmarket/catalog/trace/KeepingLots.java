package vn.ocopmarket.catalog.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.trace.domain.LotChange;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.service.idempotency.OperationId;

/** Writes lots down and edits them: producers those of their products, officers those of their province. */
public final class KeepingLots {

    private final Lots lots;
    private final Products products;
    private final Clock clock;

    KeepingLots(Lots lots, Products products, Clock clock) {
        this.lots = lots;
        this.products = products;
        this.clock = clock;
    }

    /**
     * Never empty; adding what is there with the same content gives what is there, and so does adding under the key that it
     * was added under, whatever happened to it since.
     */
    public Mono<Outcome<LotRecord>> add(LotDraft draft, Caller caller) {
        var reading = new LotReading(draft, LocalDate.now(clock));
        if (!reading.errors().isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(reading.errors()));
        }
        return products.withSkus(Set.of(draft.sku()))
                .next()
                .flatMap(product -> keeps(caller, product)
                        ? write(reading.record(
                                product, product.variant(draft.sku()).orElseThrow(), now()))
                        : Mono.just(new Outcome.Forbidden<LotRecord>()))
                .defaultIfEmpty(new Outcome.Invalid<>(List.of(FieldError.of("sku", "unknown-sku"))));
    }

    /** Never empty. */
    public Mono<Outcome<LotRecord>> edit(String id, long revision, LotDraft draft, Caller caller) {
        return change(id, caller, lot -> {
            if (lot.revision() != revision) {
                return new Outcome.Stale<>(lot.revision());
            }
            var reading = new LotReading(draft, LocalDate.now(clock));
            if (!draft.sku().equals(lot.sku()) || !draft.lot().equals(lot.lot().value())) {
                reading.errors().add(FieldError.of("lot", "fixed"));
            }
            return reading.errors().isEmpty()
                    ? new Outcome.Done<>(LotChange.edited(lot, said(lot, draft), now()))
                    : new Outcome.Invalid<>(reading.errors());
        });
    }

    /** Carries out a change for who keeps the product of the lot; a writer in between makes it stale. */
    Mono<Outcome<LotRecord>> change(String id, Caller caller, Function<LotRecord, Outcome<LotRecord>> step) {
        return lots.find(id)
                .flatMap(lot -> products.withIds(Set.of(lot.productId()))
                        .next()
                        .flatMap(product -> keeps(caller, product)
                                ? carryOut(lot, step.apply(lot))
                                : Mono.just(new Outcome.Forbidden<LotRecord>())))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    /** Does something beside the lot for who keeps the product of it. */
    <T> Mono<Outcome<T>> kept(String id, Caller caller, Supplier<Mono<Outcome<T>>> step) {
        return lots.find(id)
                .flatMap(lot -> products.withIds(Set.of(lot.productId())).next())
                .flatMap(product -> keeps(caller, product) ? step.get() : Mono.just(new Outcome.Forbidden<T>()))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static boolean keeps(Caller caller, ProductRecord product) {
        return caller.may(
                Permission.KEEP_LOTS,
                Where.producer(product.producer().id(), product.place().provinceCode()));
    }

    private Mono<Outcome<LotRecord>> carryOut(LotRecord lot, Outcome<LotRecord> wanted) {
        return wanted instanceof Outcome.Done<LotRecord>(var next) && next != lot
                ? lots.replace(next).map(done -> done ? wanted : new Outcome.Stale<LotRecord>(next.revision()))
                : Mono.just(wanted);
    }

    private Mono<Outcome<LotRecord>> write(LotRecord lot) {
        return OperationId.current().singleOptional().flatMap(key -> write(lot, key));
    }

    private Mono<Outcome<LotRecord>> write(LotRecord lot, Optional<String> key) {
        return lots.add(lot, key.orElse(null))
                .flatMap(added -> added ? Mono.just(new Outcome.Done<>(lot)) : there(lot, key));
    }

    private Mono<Outcome<LotRecord>> there(LotRecord lot, Optional<String> key) {
        return Mono.zip(
                lots.find(lot.id()),
                Mono.justOrEmpty(key)
                        .flatMap(known -> lots.isAddedUnder(lot.id(), known, now().minus(OperationId.KNOWN_FOR)))
                        .defaultIfEmpty(false),
                (there, own) -> own || sameSaid(there, lot)
                        ? new Outcome.Done<>(there)
                        : new Outcome.Taken<>("lot", lot.lot().value()));
    }

    private static boolean sameSaid(LotRecord there, LotRecord lot) {
        return LotChange.edited(there, lot, there.updatedAt())
                .equals(LotChange.edited(there, there, there.updatedAt()));
    }

    private static LotRecord said(LotRecord lot, LotDraft draft) {
        return new LotRecord(
                lot.id(),
                lot.revision(),
                lot.productId(),
                lot.sku(),
                lot.gtin(),
                lot.lot(),
                draft.producedOn(),
                draft.bestBefore(),
                draft.quantity(),
                draft.inputs(),
                draft.standards(),
                lot.recall(),
                lot.createdAt(),
                lot.updatedAt());
    }
}
