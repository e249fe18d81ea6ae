package vn.ocopmarket.catalog.certificate.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.certificate.Decisions;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoDecisions implements Decisions {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MongoCollection<Document> decisions;
    private final Clock clock;

    MongoDecisions(MongoDatabase database, Clock clock) {
        this.decisions = database.getCollection("decisions");
        this.clock = clock;
    }

    @Override
    public Mono<Void> keep(String sha256, byte[] content) {
        var document = new Document("_id", sha256)
                .append("keptAt", Date.from(clock.instant()))
                .append("bytes", new Binary(content));
        return Mono.from(decisions.insertOne(document))
                .map(_ -> true)
                .onErrorReturn(Duplicates::isDuplicate, true)
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<byte[]> find(String sha256) {
        return Mono.from(decisions.find(eq("_id", sha256)).first())
                .map(document -> document.get("bytes", Binary.class).getData())
                .timeout(TIMEOUT);
    }
}
