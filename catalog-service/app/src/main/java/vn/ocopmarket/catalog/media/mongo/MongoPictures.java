package vn.ocopmarket.catalog.media.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.media.Imaging.Content;
import vn.ocopmarket.catalog.media.Picture;
import vn.ocopmarket.catalog.media.Picture.PictureFormat;
import vn.ocopmarket.catalog.media.Picture.Rendition;
import vn.ocopmarket.catalog.media.Pictures;
import vn.ocopmarket.service.Duplicates;

/** The sizes are written first: a picture that is found is whole. */
@Repository
class MongoPictures implements Pictures {

    static final String COLLECTION = "pictures";

    private static final String RENDITIONS = "pictureRenditions";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MongoCollection<Document> pictures;
    private final MongoCollection<Document> renditions;

    MongoPictures(MongoDatabase database) {
        this.pictures = database.getCollection(COLLECTION);
        this.renditions = database.getCollection(RENDITIONS);
    }

    @Override
    public Mono<Picture> find(String id) {
        return Mono.from(pictures.find(eq(id))).map(MongoPictures::picture).timeout(TIMEOUT);
    }

    @Override
    public Mono<Picture> add(Picture picture, List<Content> contents) {
        return Flux.fromIterable(contents)
                .concatMap(content -> Mono.from(renditions.replaceOne(
                        eq(key(picture.id(), content.rendition().name())),
                        new Document("bytes", new Binary(content.bytes())),
                        new ReplaceOptions().upsert(true))))
                .then(Mono.from(pictures.insertOne(document(picture))))
                .thenReturn(picture)
                .onErrorResume(Duplicates::isDuplicate, _ -> find(picture.id()))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<byte[]> bytes(String id, String rendition) {
        return Mono.from(renditions.find(eq(key(id, rendition))))
                .map(document -> document.get("bytes", Binary.class).getData())
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> needs(String original) {
        return Mono.from(pictures.find(eq("original", original)).limit(1))
                .hasElement()
                .timeout(TIMEOUT);
    }

    private static String key(String id, String rendition) {
        return id + '/' + rendition;
    }

    private static Document document(Picture picture) {
        return new Document("_id", picture.id())
                .append("width", picture.width())
                .append("height", picture.height())
                .append(
                        "renditions",
                        picture.renditions().stream()
                                .map(one -> new Document("width", one.width())
                                        .append("height", one.height())
                                        .append("format", one.format().name())
                                        .append("length", one.length()))
                                .toList())
                .append("original", picture.original())
                .append("storedBy", picture.storedBy())
                .append("storedAt", Date.from(picture.storedAt()));
    }

    private static Picture picture(Document document) {
        return new Picture(
                document.getString("_id"),
                document.getInteger("width"),
                document.getInteger("height"),
                document.getList("renditions", Document.class).stream()
                        .map(one -> new Rendition(
                                one.getInteger("width"),
                                one.getInteger("height"),
                                PictureFormat.valueOf(one.getString("format")),
                                one.getInteger("length")))
                        .toList(),
                document.getString("original"),
                document.getString("storedBy"),
                document.getDate("storedAt").toInstant());
    }
}
