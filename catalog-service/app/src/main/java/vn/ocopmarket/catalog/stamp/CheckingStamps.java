package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.place.Province;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.stamp.StampCheck.Given;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Holder;
import vn.ocopmarket.catalog.stamp.domain.StampNumber;
import vn.ocopmarket.catalog.stamp.domain.Standing;
import vn.ocopmarket.catalog.stamp.domain.Standing.State;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.ProductRecord;

/** Tells everybody what a stamp is; its product's stars only while a certificate holds. */
public final class CheckingStamps {

    private final StampBatches batches;
    private final Products products;
    private final Places places;
    private final Clock clock;

    CheckingStamps(StampBatches batches, Products products, Places places, Clock clock) {
        this.batches = batches;
        this.products = products;
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
            return Mono.just(check(batch, number, standing, null));
        }
        var holder = range.holder();
        return products.withIds(Set.of(holder.product()))
                .next()
                .map(this::today)
                .defaultIfEmpty(gone(holder))
                .map(given -> check(batch, number, standing, given));
    }

    private StampCheck check(Batch batch, StampNumber number, Standing standing, @Nullable Given given) {
        var note = standing.note();
        return new StampCheck(
                batch.written(number),
                places.province(batch.provinceCode()).map(Province::name).orElse(batch.provinceCode()),
                batch.printing().issuer(),
                standing.state(),
                given,
                given == null || note == null ? null : note.lot());
    }

    private Given today(ProductRecord product) {
        var holds = product.certificateOn(LocalDate.now(clock));
        return new Given(
                product.name(),
                product.producer().name(),
                product.slug(),
                holds.map(Certificate::stars).orElse(null),
                holds.map(Certificate::lastDay).orElse(null));
    }

    private static Given gone(Holder holder) {
        return new Given(holder.name(), holder.producerName(), null, null, null);
    }
}
