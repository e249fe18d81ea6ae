package vn.ocopmarket.storefront.pos.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.storefront.pos.Sales;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Stock;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Sale.Booked;
import vn.ocopmarket.storefront.pos.domain.Sale.Booking;
import vn.ocopmarket.storefront.pos.domain.Till;

/** One document a sale; the version in the filter is what makes every step happen once. */
@Repository
class MongoSales implements Sales {

    static final String COLLECTION = "counterSales";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_UNFINISHED = 100;
    private static final int TRIES = 50;
    private static final String FAILURES = "failures";
    private static final String AGAIN = "againAt";
    private static final String PARKED = "parked";

    private final MongoCollection<Document> sales;

    MongoSales(MongoDatabase database) {
        this.sales = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Sale> find(String id) {
        return Mono.from(sales.find(and(eq(id), exists(SaleDocuments.DROPPED, false)))
                        .first())
                .timeout(TIMEOUT)
                .map(SaleDocuments::read);
    }

    @Override
    public Mono<Sale> openAt(Till till) {
        return Mono.from(sales.find(eq(SaleDocuments.OPEN_BY, SaleDocuments.openBy(till)))
                        .first())
                .timeout(TIMEOUT)
                .map(SaleDocuments::read);
    }

    @Override
    public Mono<Boolean> store(Sale sale) {
        return sale.version() == 1 ? insert(sale) : replace(sale);
    }

    @Override
    public Mono<Booked> book(Booking booking, Map<String, Long> owned) {
        return Mono.defer(() -> lastNumber(booking))
                .map(last -> booking.booked(last + 1, owned))
                .flatMap(booked -> replace(booked)
                        .flatMap(stored ->
                                stored ? Mono.just(booked) : find(booking.id()).ofType(Booked.class)))
                .retryWhen(Retry.max(TRIES).filter(MongoSales::isDuplicate));
    }

    @Override
    public Mono<Void> discard(Draft draft) {
        return Mono.from(sales.deleteOne(and(
                        eq(draft.id()), eq("version", draft.version()), eq(SaleDocuments.STATE, SaleDocuments.DRAFT))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<Booked> bookedOn(String locationId, LocalDate day) {
        return Flux.from(sales.find(booked(locationId, day)).sort(descending("number")))
                .timeout(TIMEOUT)
                .map(SaleDocuments::read)
                .ofType(Booked.class);
    }

    @Override
    public Flux<Unfinished> unfinishedSince(Instant moment, Instant now) {
        var due = and(
                eq(SaleDocuments.STATE, SaleDocuments.BOOKING),
                lt("at", Date.from(moment)),
                exists(PARKED, false),
                or(exists(AGAIN, false), lte(AGAIN, Date.from(now))));
        return Flux.from(sales.find(due).sort(ascending("at")).limit(MOST_UNFINISHED))
                .timeout(TIMEOUT)
                .map(stored -> new Unfinished((Booking) SaleDocuments.read(stored), stored.getInteger(FAILURES, 0)));
    }

    @Override
    public Mono<Void> failed(Booking booking, String why, @Nullable Instant again) {
        var asItWas = and(
                eq(booking.id()),
                eq("version", booking.version()),
                eq(SaleDocuments.STATE, SaleDocuments.BOOKING),
                exists(PARKED, false));
        var then = again == null ? combine(set(PARKED, why), unset(AGAIN)) : set(AGAIN, Date.from(again));
        return Mono.from(sales.updateOne(asItWas, combine(then, inc(FAILURES, 1))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<Stuck> parked(int limit) {
        return Flux.from(sales.find(and(
                                eq(SaleDocuments.STATE, SaleDocuments.BOOKING),
                                exists(PARKED),
                                exists(SaleDocuments.DROPPED, false)))
                        .sort(ascending("at"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(MongoSales::stuck);
    }

    private static Stuck stuck(Document stored) {
        var booking = (Booking) SaleDocuments.read(stored);
        return new Stuck(
                booking.id(),
                booking.till().locationId() + " " + booking.total().amount(),
                stored.getString(PARKED),
                stored.getInteger(FAILURES, 0),
                booking.cash().at());
    }

    @Override
    public Mono<Boolean> replay(String id) {
        var again = combine(unset(PARKED), unset(AGAIN), unset(FAILURES));
        return Mono.from(sales.updateOne(isParked(id), again))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }

    /** It stays as it is for whoever looks, but is in no till's way and in no takings. */
    @Override
    public Mono<DroppedSale> drop(String id, Drop drop) {
        var dropped = combine(
                set(SaleDocuments.DROPPED, SaleDocuments.write(drop)),
                unset(SaleDocuments.OPEN_BY),
                inc("version", 1L));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(sales.findOneAndUpdate(isParked(id), dropped, after))
                .timeout(TIMEOUT)
                .map(SaleDocuments::readDropped);
    }

    @Override
    public Mono<Void> settled(DroppedSale sale, Stock stock) {
        var open = and(eq(sale.booking().id()), eq(SaleDocuments.DROPPED_STOCK, Stock.OPEN.name()));
        return Mono.from(sales.updateOne(open, set(SaleDocuments.DROPPED_STOCK, stock.name())))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<DroppedSale> droppedAndOpen(int limit) {
        return Flux.from(sales.find(eq(SaleDocuments.DROPPED_STOCK, Stock.OPEN.name()))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(SaleDocuments::readDropped);
    }

    @Override
    public Flux<DroppedSale> droppedOn(String locationId, LocalDate day) {
        var there = and(eq("location", locationId), eq("day", day.toString()), exists(SaleDocuments.DROPPED));
        return Flux.from(sales.find(there).sort(ascending("at")))
                .timeout(TIMEOUT)
                .map(SaleDocuments::readDropped);
    }

    private static Bson isParked(String id) {
        return and(
                eq(id),
                eq(SaleDocuments.STATE, SaleDocuments.BOOKING),
                exists(PARKED),
                exists(SaleDocuments.DROPPED, false));
    }

    private Mono<Integer> lastNumber(Booking booking) {
        return Mono.from(sales.find(booked(
                                booking.till().locationId(), booking.cash().day()))
                        .sort(descending("number"))
                        .first())
                .timeout(TIMEOUT)
                .map(document -> document.getInteger("number"))
                .defaultIfEmpty(0);
    }

    private static Bson booked(String locationId, LocalDate day) {
        return and(
                eq("location", locationId), eq("day", day.toString()), eq(SaleDocuments.STATE, SaleDocuments.BOOKED));
    }

    private Mono<Boolean> insert(Sale sale) {
        return Mono.from(sales.insertOne(SaleDocuments.write(sale)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(MongoSales::isDuplicate, _ -> Mono.just(false));
    }

    private Mono<Boolean> replace(Sale sale) {
        var before = and(eq(sale.id()), eq("version", sale.version() - 1));
        return Mono.from(sales.replaceOne(before, SaleDocuments.write(sale)))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
