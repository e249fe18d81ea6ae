package vn.ocopmarket.catalog.product.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.outbox.Outbox;
import vn.ocopmarket.outbox.OutboxEvent;
import vn.ocopmarket.outbox.Relay;
import vn.ocopmarket.service.Duplicates;

/** Writes products and their events in one; every write is guarded by the revision it was made from. */
final class ProductWrites {

    private static final String CHANGED = "product.changed";
    private static final int AT_ONCE = 16;

    private final MongoCollection<Document> products;
    private final Relay.Hints hints;

    ProductWrites(MongoCollection<Document> products, Relay.Hints hints) {
        this.products = products;
        this.hints = hints;
    }

    Mono<Set<String>> write(List<CatalogProduct> next) {
        var fresh = next.stream()
                .filter(product -> product.record().revision() == 1)
                .toList();
        var changed =
                next.stream().filter(product -> product.record().revision() > 1).toList();
        return Mono.zip(
                        insert(fresh),
                        Flux.fromIterable(changed)
                                .flatMap(this::update, AT_ONCE)
                                .collect(Collectors.toSet()))
                .map(late -> Stream.concat(late.getT1().stream(), late.getT2().stream())
                        .collect(Collectors.toSet()))
                .doOnSuccess(_ -> hints.work().signal());
    }

    private Mono<Set<String>> insert(List<CatalogProduct> fresh) {
        if (fresh.isEmpty()) {
            return Mono.just(Set.of());
        }
        var documents = fresh.stream().map(ProductWrites::toNewDocument).toList();
        return Mono.from(products.insertMany(documents, new InsertManyOptions().ordered(false)))
                .map(_ -> Set.<String>of())
                .onErrorResume(MongoBulkWriteException.class, refused -> lateOnes(fresh, refused));
    }

    private static Mono<Set<String>> lateOnes(List<CatalogProduct> fresh, MongoBulkWriteException refused) {
        var duplicatesOnly =
                refused.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        return duplicatesOnly
                ? Mono.just(refused.getWriteErrors().stream()
                        .map(BulkWriteError::getIndex)
                        .map(index -> fresh.get(index).record().id())
                        .collect(Collectors.toSet()))
                : Mono.error(refused);
    }

    private Mono<String> update(CatalogProduct next) {
        var id = next.record().id();
        var guard = Filters.and(MongoProducts.revision(id, next.record().revision() - 1), Outbox.hasRoom());
        return Mono.from(products.updateOne(guard, Updates.combine(change(next), Outbox.append(event(next)))))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorReturn(Duplicates::isDuplicate, false)
                .flatMap(written -> written ? Mono.empty() : Mono.just(id));
    }

    private static Bson change(CatalogProduct next) {
        var fields = ProductDocuments.toFields(next);
        var gone = Stream.of(ProductDocuments.SKUS, ProductDocuments.GTINS, ProductDocuments.REMOVED)
                .filter(name -> !fields.containsKey(name))
                .map(Updates::unset);
        return Updates.combine(
                Stream.concat(Stream.of(new Document("$set", fields)), gone).toList());
    }

    private static Document toNewDocument(CatalogProduct product) {
        var document = new Document("_id", product.record().id());
        document.putAll(ProductDocuments.toFields(product));
        document.putAll(Outbox.fields(event(product)));
        return document;
    }

    private static OutboxEvent event(CatalogProduct product) {
        var record = product.record();
        return Outbox.event(CHANGED, record.id(), record.revision(), record.updatedAt());
    }
}
