package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.OrderNews;

/** News lies in the orders themselves: {@code newsDue} is there as long as followers have something to hear. */
@Component
final class MongoOrderNews implements OrderNews {

    static final String DUE = "newsDue";
    private static final String HEARD = "newsHeard";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> orders;

    MongoOrderNews(MongoDatabase database) {
        this.orders = database.getCollection(MongoOrders.COLLECTION);
    }

    @Override
    public Flux<News> due(Instant now, int limit) {
        return Flux.from(orders.find(lte(DUE, Date.from(now)))
                        .sort(Sorts.ascending(DUE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(stored -> new News(
                        OrderDocuments.order(stored),
                        stored.get(HEARD) instanceof Number heard ? heard.intValue() : 0,
                        stored.get("version") instanceof Number version ? version.longValue() : 0));
    }

    /** An order that has changed since may have more to tell. */
    @Override
    public Mono<Void> heard(News news) {
        var size = news.order().timeline().size();
        return Mono.from(orders.updateOne(
                        and(eq("_id", news.order().id()), eq("version", news.version())),
                        combine(unset(DUE), max(HEARD, size))))
                .timeout(TIMEOUT)
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(_ -> Mono.from(orders.updateOne(eq("_id", news.order().id()), max(HEARD, size)))
                        .timeout(TIMEOUT))
                .then();
    }

    @Override
    public Mono<Void> later(News news, Instant due) {
        return Mono.from(orders.updateOne(eq("_id", news.order().id()), set(DUE, Date.from(due))))
                .timeout(TIMEOUT)
                .then();
    }
}
