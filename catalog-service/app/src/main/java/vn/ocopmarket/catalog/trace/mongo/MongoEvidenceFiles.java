package vn.ocopmarket.catalog.trace.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.trace.EvidenceFile;
import vn.ocopmarket.catalog.trace.EvidenceFiles;

@Repository
class MongoEvidenceFiles implements EvidenceFiles {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final MongoCollection<Document> files;

    MongoEvidenceFiles(MongoDatabase database) {
        this.files = database.getCollection("recallEvidence");
    }

    @Override
    public Mono<Void> keep(String lotId, EvidenceFile file) {
        return Mono.from(files.updateOne(
                        eq("_id", name(lotId, file.sha256())),
                        combine(setOnInsert("type", file.type()), setOnInsert("content", new Binary(file.content()))),
                        new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<EvidenceFile> find(String lotId, String sha256) {
        return Mono.from(files.find(eq("_id", name(lotId, sha256))).first())
                .timeout(TIMEOUT)
                .map(found -> new EvidenceFile(
                        sha256,
                        found.getString("type"),
                        found.get("content", Binary.class).getData()));
    }

    private static String name(String lotId, String sha256) {
        return lotId + "/" + sha256;
    }
}
