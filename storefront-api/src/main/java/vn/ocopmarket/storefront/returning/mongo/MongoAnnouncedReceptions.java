package vn.ocopmarket.storefront.returning.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.returning.AnnouncedReceptions;
import vn.ocopmarket.storefront.returning.domain.Announced;

@Component
final class MongoAnnouncedReceptions implements AnnouncedReceptions {

    static final String COLLECTION = "announcedReceptions";
    static final String ORDER = "orderId";

    private static final String REQUEST = "requestId";
    private static final String BEFORE = "before";
    private static final String RECEPTION = "reception";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> announced;

    MongoAnnouncedReceptions(MongoDatabase database) {
        this.announced = database.getCollection(COLLECTION);
    }

    @Override
    public Flux<Announced> ofOrder(String orderId) {
        return Flux.from(announced.find(eq(ORDER, orderId)))
                .timeout(TIMEOUT)
                .map(stored -> new Announced(
                        stored.getString(REQUEST),
                        stored.getInteger(BEFORE),
                        RequestDocuments.reception(stored.get(RECEPTION, Document.class))));
    }

    @Override
    public Mono<Boolean> add(String orderId, int number, Announced one) {
        var document = new Document("_id", orderId + "-" + number)
                .append(ORDER, orderId)
                .append(REQUEST, one.requestId())
                .append(BEFORE, one.before())
                .append(RECEPTION, RequestDocuments.document(one.reception()));
        return Mono.from(announced.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }
}
