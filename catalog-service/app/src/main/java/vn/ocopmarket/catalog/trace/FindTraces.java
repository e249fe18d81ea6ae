package vn.ocopmarket.catalog.trace;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;
import vn.ocopmarket.catalog.epcis.EventKeys;
import vn.ocopmarket.catalog.epcis.EventQuery;
import vn.ocopmarket.catalog.epcis.Events;
import vn.ocopmarket.catalog.epcis.Parties;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.product.Products.Keys;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.contract.trace.TraceRecord.Step;

/** Gathers what is known behind a code on a pack. */
public final class FindTraces {

    private static final int MOST_STEPS = 200;

    private final Products products;
    private final Producers producers;
    private final Lots lots;
    private final Events events;

    FindTraces(Products products, Producers producers, Lots lots, Events events) {
        this.products = products;
        this.producers = producers;
        this.lots = lots;
        this.events = events;
    }

    /** Empty when no variant has the GTIN; a lot that nobody has written down leaves the lot out. */
    public Mono<TraceRecord> behind(DigitalLink link) {
        var gtin = link.gtin();
        return products.matching(new Keys(Set.of(), Set.of(), Set.of(gtin.value())))
                .next()
                .map(CatalogProduct::record)
                .flatMap(product -> {
                    var sku = product.variants().stream()
                            .filter(variant -> gtin.equals(variant.gtin()))
                            .findFirst()
                            .orElseThrow()
                            .sku();
                    return link.lot()
                            .map(lot -> lots.find(LotReading.idOf(sku, lot.value())))
                            .orElse(Mono.empty())
                            .flatMap(lot -> gathered(product, sku, lot, link))
                            .switchIfEmpty(Mono.defer(() -> gathered(product, sku, null, link)));
                });
    }

    /** Empty when there is no such lot. */
    public Mono<TraceRecord> ofLot(String id) {
        return lots.find(id)
                .flatMap(lot -> products.withIds(Set.of(lot.productId()))
                        .next()
                        .flatMap(product -> gathered(product, lot.sku(), lot, null)));
    }

    /** Those that were written down of its variants under that number. */
    public Flux<LotRecord> lots(ProductRecord product, String number) {
        return Flux.fromIterable(product.variants())
                .flatMapSequential(variant -> lots.find(LotReading.idOf(variant.sku(), number)));
    }

    private Mono<TraceRecord> gathered(
            ProductRecord product, String sku, @Nullable LotRecord lot, @Nullable DigitalLink link) {
        var steps = steps(product, lot, link).collectList();
        return producers
                .find(product.producer().id())
                .map(KnownProducer::record)
                .flatMap(producer -> steps.map(all -> new TraceRecord(product, producer, sku, lot, all)))
                .switchIfEmpty(steps.map(all -> new TraceRecord(product, null, sku, lot, all)));
    }

    /** Anybody may report events about anything; here counts the word of who answers for the product. */
    private Flux<Step> steps(ProductRecord product, @Nullable LotRecord lot, @Nullable DigitalLink link) {
        var keys = new HashSet<String>();
        if (lot != null) {
            keys.add(EventKeys.ofLot(lot));
        }
        if (link != null) {
            keys.addAll(EventKeys.narrowest(link));
        }
        if (keys.isEmpty()) {
            return Flux.empty();
        }
        var heard = Parties.of(product);
        return events.find(EventQuery.about(keys, MOST_STEPS))
                .filter(recorded -> recorded.authors().stream().anyMatch(heard::contains))
                .map(FindTraces::step);
    }

    private static Step step(Recorded recorded) {
        var event = recorded.event();
        return new Step(
                event.id(),
                event.type(),
                event.at(),
                event.offset(),
                event.bizStep(),
                event.disposition(),
                event.place(),
                event.declaration() != null);
    }
}
