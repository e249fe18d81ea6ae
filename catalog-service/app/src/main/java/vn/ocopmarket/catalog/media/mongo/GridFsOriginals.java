package vn.ocopmarket.catalog.media.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.media.Originals;

/** GridFS, each attempt under an id of its own, so that one that was cut off is never in the way of the next. */
@Repository
class GridFsOriginals implements Originals {

    private static final String BUCKET = "originals";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final GridFSBucket bucket;
    private final MongoCollection<Document> chunks;

    GridFsOriginals(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, BUCKET);
        this.chunks = database.getCollection(BUCKET + ".chunks");
    }

    @Override
    public Mono<String> keep(Flux<ByteBuffer> content) {
        return Mono.from(bucket.uploadFromPublisher("original", content))
                .map(ObjectId::toHexString)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<ByteBuffer> read(String place) {
        return Flux.from(bucket.downloadToPublisher(new ObjectId(place)))
                .onErrorResume(MongoGridFSException.class, _ -> Flux.empty())
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> drop(String place) {
        var id = new ObjectId(place);
        return Mono.from(bucket.delete(id))
                // Without a file there can still be pieces, left by an upload that was cut off.
                .onErrorResume(MongoGridFSException.class, _ -> Mono.empty())
                .then(Mono.from(chunks.deleteMany(eq("files_id", id))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<String> olderThan(Instant moment) {
        return Flux.from(chunks.find(and(lt("files_id", new ObjectId(Date.from(moment))), eq("n", 0)))
                        .projection(Projections.include("files_id")))
                .map(chunk -> chunk.getObjectId("files_id").toHexString())
                .timeout(TIMEOUT);
    }
}
