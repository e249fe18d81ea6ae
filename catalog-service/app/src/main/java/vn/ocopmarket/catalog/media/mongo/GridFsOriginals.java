package vn.ocopmarket.catalog.media.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.media.Originals;

/** GridFS, each attempt under an id of its own, so that one that was cut off is never in the way of the next. */
@Repository
@ConditionalOnProperty(name = "ocop.media.originals", havingValue = "gridfs", matchIfMissing = true)
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
    public Mono<String> keep(Upload upload) {
        return Mono.from(bucket.uploadFromPublisher("original", upload.pieces()))
                .map(ObjectId::toHexString)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<ByteBuffer> read(String place, long from, long length) {
        if (!ObjectId.isValid(place) || length < 1) {
            return Flux.empty();
        }
        var id = new ObjectId(place);
        return Mono.from(bucket.find(eq(id)))
                .flatMapMany(file -> Flux.from(chunks.find(and(
                                        eq("files_id", id),
                                        gte("n", from / file.getChunkSize()),
                                        lte("n", (from + length - 1) / file.getChunkSize())))
                                .sort(Sorts.ascending("n")))
                        .map(chunk -> cut(chunk, file.getChunkSize(), from, length)))
                .timeout(TIMEOUT);
    }

    /** What of a piece is asked for. */
    private static ByteBuffer cut(Document chunk, long size, long from, long length) {
        var data = chunk.get("data", Binary.class).getData();
        var start = chunk.getInteger("n") * size;
        var first = Math.clamp(from - start, 0, data.length);
        var last = Math.clamp(from + length - start, first, data.length);
        return ByteBuffer.wrap(data, first, last - first).slice();
    }

    @Override
    public Mono<Void> drop(String place) {
        if (!ObjectId.isValid(place)) {
            return Mono.empty();
        }
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
