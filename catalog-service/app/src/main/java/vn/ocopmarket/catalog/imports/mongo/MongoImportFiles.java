package vn.ocopmarket.catalog.imports.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import vn.ocopmarket.catalog.imports.ImportFiles;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoImportFiles implements ImportFiles {

    static final String COLLECTION = "importFiles";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MongoCollection<Document> pieces;
    private final Clock clock;

    MongoImportFiles(MongoDatabase database, Clock clock) {
        this.pieces = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Void> keep(String importId, Flux<ByteBuffer> content) {
        return content.index().concatMap(piece -> insert(importId, piece), 1).then();
    }

    private Mono<Boolean> insert(String importId, Tuple2<Long, ByteBuffer> piece) {
        var bytes = new byte[piece.getT2().remaining()];
        piece.getT2().get(bytes);
        var document = new Document("_id", importId + ':' + piece.getT1())
                .append("importId", importId)
                .append("position", piece.getT1())
                .append("createdAt", Date.from(clock.instant()))
                .append("bytes", new Binary(bytes));
        return Mono.from(pieces.insertOne(document))
                .map(_ -> true)
                .onErrorReturn(Duplicates::isDuplicate, true)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<ByteBuffer> read(String importId) {
        return Flux.from(pieces.find(eq("importId", importId))
                        .sort(Sorts.ascending("position"))
                        .batchSize(4))
                .map(document ->
                        ByteBuffer.wrap(document.get("bytes", Binary.class).getData()))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> drop(String importId) {
        return Mono.from(pieces.deleteMany(eq("importId", importId)))
                .timeout(TIMEOUT)
                .then();
    }
}
