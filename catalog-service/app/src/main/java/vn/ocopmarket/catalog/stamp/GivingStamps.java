package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.stamp.ActingOnStamps.Tried;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Holder;
import vn.ocopmarket.catalog.stamp.domain.Span;
import vn.ocopmarket.catalog.stamp.domain.StampRange;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;

/** Gives stamps to products whose certificate holds, and takes them back. */
public final class GivingStamps {

    private static final int ID_LENGTH = 14;

    private final ActingOnStamps acting;
    private final Products products;
    private final Clock clock;

    GivingStamps(ActingOnStamps acting, Products products, Clock clock) {
        this.acting = acting;
        this.products = products;
        this.clock = clock;
    }

    /** Never empty; the same key again changes nothing. */
    public Mono<StampOutcome> give(String batch, RangeDraft draft, Caller caller) {
        return acting.act(batch, caller, there -> tryToGive(there, draft, caller));
    }

    private Mono<Tried> tryToGive(Batch batch, RangeDraft draft, Caller caller) {
        var numbers = ReadNumbers.of(batch, draft.first(), draft.last());
        var today = LocalDate.now(clock);
        var on = Objects.requireNonNullElse(draft.on(), today);
        var errors = new ArrayList<>(numbers.errors());
        ReadNumbers.need(errors, "key", draft.key());
        ReadNumbers.need(errors, "product", draft.product());
        ReadNumbers.day(errors, batch, on, today);
        if (!errors.isEmpty()) {
            return Mono.just(new Tried.Wrong(errors));
        }
        var span = Objects.requireNonNull(numbers.span());
        return products.find(Objects.requireNonNull(draft.product()).strip())
                .map(found -> found.record())
                .filter(product -> product.place().provinceCode().equals(batch.provinceCode()))
                .map(product -> holder(product, draft.certificate(), on)
                        .map(holder -> given(
                                batch, new StampRange(id(batch, draft), span, holder, on, caller.subject(), List.of())))
                        .orElseGet(() -> wrong("certificate", "stamp-certificate")))
                .defaultIfEmpty(wrong("product", "stamp-product"));
    }

    private static Tried given(Batch batch, StampRange range) {
        return new Tried.Acted(
                batch.give(range),
                "STAMPS_GIVEN",
                ReadNumbers.written(batch, range.span()),
                range.holder().name() + " · " + range.holder().certificate());
    }

    private static String id(Batch batch, RangeDraft draft) {
        return StableIds.of("stamps|" + batch.id() + '|' + draft.key(), ID_LENGTH);
    }

    /** Empty when no certificate of that number holds on the day. */
    private static Optional<Holder> holder(ProductRecord product, @Nullable String number, LocalDate on) {
        var certificate = number == null || number.isBlank()
                ? product.certificateOn(on)
                : product.certificates().stream()
                        .filter(known -> known.number().equals(number.strip()))
                        .filter(known -> product.stateOn(on, known).showsStars())
                        .findFirst();
        return certificate
                .map(Certificate::number)
                .map(known -> new Holder(
                        product.id(),
                        product.name(),
                        product.producer().id(),
                        product.producer().name(),
                        known));
    }

    /** Never empty; a second time changes nothing. */
    public Mono<StampOutcome> takeBack(String batch, String range, NumbersDraft draft, Caller caller) {
        return acting.act(batch, caller, there -> Mono.just(tryToTakeBack(there, range, draft)));
    }

    private static Tried tryToTakeBack(Batch batch, String rangeId, NumbersDraft draft) {
        var numbers = ReadNumbers.of(batch, draft.first(), draft.last());
        var errors = new ArrayList<>(numbers.errors());
        ReadNumbers.need(errors, "reason", draft.reason());
        var range = batch.range(rangeId);
        if (range.isEmpty()) {
            errors.add(FieldError.of("first", "stamp-range"));
        }
        if (!errors.isEmpty()) {
            return new Tried.Wrong(errors);
        }
        Span back = Objects.requireNonNull(numbers.span());
        var from = range.orElseThrow();
        return new Tried.Acted(
                batch.takeBack(from, back),
                "STAMPS_RETURNED",
                ReadNumbers.written(batch, back),
                from.holder().name() + ": "
                        + Objects.requireNonNull(draft.reason()).strip());
    }

    private static Tried wrong(String field, String code) {
        return new Tried.Wrong(List.of(FieldError.of(field, code)));
    }
}
