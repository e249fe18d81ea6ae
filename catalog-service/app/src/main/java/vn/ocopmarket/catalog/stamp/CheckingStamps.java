package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.place.Province;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.stamp.StampCheck.Given;
import vn.ocopmarket.catalog.stamp.StampCheck.StampedLot;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Holder;
import vn.ocopmarket.catalog.stamp.domain.StampNote;
import vn.ocopmarket.catalog.stamp.domain.StampNumber;
import vn.ocopmarket.catalog.stamp.domain.Standing;
import vn.ocopmarket.catalog.stamp.domain.Standing.State;
import vn.ocopmarket.catalog.trace.FindTraces;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Tells everybody what a stamp is; stars only while a certificate holds for what it may be on. */
public final class CheckingStamps {

    private final StampBatches batches;
    private final Products products;
    private final FindTraces traces;
    private final Places places;
    private final Clock clock;

    CheckingStamps(StampBatches batches, Products products, FindTraces traces, Places places, Clock clock) {
        this.batches = batches;
        this.products = products;
        this.traces = traces;
        this.places = places;
        this.clock = clock;
    }

    /** Empty when no stamp has that number. */
    public Mono<StampCheck> check(String text) {
        return Mono.justOrEmpty(StampNumber.of(text))
                .flatMap(number -> batches.having(number)
                        .flatMap(batch -> Mono.justOrEmpty(batch.standing(number))
                                .flatMap(standing -> told(batch, number, standing))));
    }

    private Mono<StampCheck> told(Batch batch, StampNumber number, Standing standing) {
        var range = standing.range();
        var counts = standing.state() == State.GIVEN || standing.state() == State.USED;
        if (range == null || !counts) {
            return Mono.just(check(batch, number, standing, null, null));
        }
        var holder = range.holder();
        return products.withIds(Set.of(holder.product()))
                .next()
                .flatMap(product -> lot(product, standing.note())
                        .map(lot -> check(batch, number, standing, today(product, holder), lot))
                        .switchIfEmpty(
                                Mono.fromSupplier(() -> check(batch, number, standing, today(product, holder), null))))
                .defaultIfEmpty(check(batch, number, standing, gone(holder), null));
    }

    /** The one that the stamp is on, as its producer wrote it down; a recalled one when variants have lots of the same number. */
    private Mono<StampedLot> lot(ProductRecord product, @Nullable StampNote note) {
        return note == null || note.lot() == null
                ? Mono.empty()
                : traces.lots(product, note.lot())
                        .reduce((one, other) -> one.recall() == null ? other : one)
                        .map(StampedLot::of);
    }

    private StampCheck check(
            Batch batch, StampNumber number, Standing standing, @Nullable Given given, @Nullable StampedLot traced) {
        var note = standing.note();
        return new StampCheck(
                batch.written(number),
                places.province(batch.provinceCode()).map(Province::name).orElse(batch.provinceCode()),
                batch.printing().issuer(),
                standing.state(),
                given,
                given == null || note == null ? null : note.lot(),
                traced);
    }

    private Given today(ProductRecord product, Holder holder) {
        var holds = holding(product, holder.certificate(), LocalDate.now(clock));
        return new Given(
                product.name(),
                product.producer().name(),
                product.slug(),
                holds.map(Certificate::stars).orElse(null),
                holds.map(Certificate::lastDay).orElse(null));
    }

    /** The stamp may be on any variant that its certificate covers; so the fewest stars that hold for one of them. */
    private static Optional<Certificate> holding(ProductRecord product, String givenUnder, LocalDate day) {
        var covering = product.certificates().stream()
                .filter(certificate -> certificate.number().equals(givenUnder))
                .toList();
        return product.variants().stream()
                .map(Variant::sku)
                .filter(sku -> covering.stream().anyMatch(certificate -> certificate.covers(sku)))
                .flatMap(sku -> product.certificateOn(day, sku).stream())
                .min(Comparator.comparingInt(Certificate::stars).thenComparing(Certificate::lastDay));
    }

    private static Given gone(Holder holder) {
        return new Given(holder.name(), holder.producerName(), null, null, null);
    }
}
