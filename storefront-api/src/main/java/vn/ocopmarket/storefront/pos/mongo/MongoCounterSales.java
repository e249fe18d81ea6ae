package vn.ocopmarket.storefront.pos.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.pos.domain.Sale;

/** Booked sales of all counters. */
@Repository
class MongoCounterSales implements FindCounterSales, SalesToEnter {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int BATCH = 500;

    private static final Bson WAITING = gte(SaleDocuments.ENTER_SINCE, "");

    private final MongoCollection<Document> sales;

    MongoCounterSales(MongoDatabase database) {
        this.sales = database.getCollection(MongoSales.COLLECTION);
    }

    @Override
    public Flux<Reading<CounterSale>> between(LocalDate first, LocalDate last) {
        return Flux.fromStream(() -> first.datesUntil(last.plusDays(1)))
                .concatMap(this::on)
                .map(MongoCounterSales::reading);
    }

    /** In pages, so that nobody has to keep up with the store. */
    private Flux<Document> on(LocalDate day) {
        var booked = and(eq(SaleDocuments.STATE, SaleDocuments.BOOKED), eq("day", day.toString()));
        return page(booked)
                .expand(page -> page.size() < BATCH
                        ? Mono.empty()
                        : page(and(booked, gt("_id", page.getLast().getString("_id")))))
                .flatMapIterable(page -> page);
    }

    private Mono<List<Document>> page(Bson filter) {
        return Flux.from(sales.find(filter).sort(Sorts.ascending("_id")).limit(BATCH))
                .timeout(TIMEOUT)
                .collectList();
    }

    @Override
    public Flux<Reading<CounterSale>> waiting(int limit) {
        return Flux.from(sales.find(WAITING)
                        .sort(Sorts.ascending(SaleDocuments.ENTER_SINCE, "_id"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(MongoCounterSales::reading);
    }

    @Override
    public Mono<Void> entered(Collection<String> ids) {
        return Mono.from(sales.updateMany(in("_id", ids), unset(SaleDocuments.ENTER_SINCE)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<LocalDate> oldest() {
        return Mono.from(sales.find(WAITING)
                        .sort(Sorts.ascending(SaleDocuments.ENTER_SINCE, "_id"))
                        .first())
                .timeout(TIMEOUT)
                .map(stored -> LocalDate.parse(stored.getString(SaleDocuments.ENTER_SINCE)));
    }

    @Override
    public Mono<LocalDate> firstDay() {
        return Mono.from(sales.find(eq(SaleDocuments.STATE, SaleDocuments.BOOKED))
                        .sort(Sorts.ascending("day", "_id"))
                        .first())
                .timeout(TIMEOUT)
                .map(stored -> LocalDate.parse(stored.getString("day")));
    }

    private static Reading<CounterSale> reading(Document stored) {
        var id = String.valueOf(stored.get("_id"));
        // Behind the location.
        var receipt = stored.get(SaleDocuments.RECEIPT) instanceof String known ? known.replaceFirst(".* ", "") : id;
        return Reading.of(id, receipt, () -> read((Sale.Booked) SaleDocuments.read(stored)));
    }

    private static CounterSale read(Sale.Booked sale) {
        var lines = sale.lines().stream()
                .map(line -> new Line(
                        line.sku(),
                        line.name(),
                        line.quantity(),
                        sale.owned().getOrDefault(line.sku(), 0L),
                        line.total()))
                .toList();
        return new CounterSale(sale.id(), sale.receiptNumber(), sale.cash().day(), lines);
    }
}
