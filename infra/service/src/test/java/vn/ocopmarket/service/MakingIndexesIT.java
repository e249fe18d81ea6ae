package vn.ocopmarket.service;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.testing.Stores;

class MakingIndexesIT {

    private static final String ENTRIES = "entries";

    private final MongoClient client = MongoClients.create(Stores.mongoUri());
    private final MongoDatabase database = client.getDatabase("indexes" + new ObjectId());
    private final MongoCollection<Document> entries = database.getCollection(ENTRIES);
    private final MakingIndexes making = new MakingIndexes(database, Clock.systemUTC());

    @BeforeEach
    void haveSomethingStored() {
        finish(entries.insertMany(List.of(entry(1), entry(2))));
    }

    @AfterEach
    void drop() {
        finish(database.drop());
        client.close();
    }

    @Test
    void renamesWhatHadAnotherName() {
        had(new IndexModel(ascending("statement", "day", "_id"), named("open")));
        had(new IndexModel(ascending("seller")));

        make(new IndexModel(ascending("statement", "day", "_id")));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "seller_1", "statement_1_day_1__id_1");
    }

    @Test
    void makesOtherKeysUnderTheSameName() {
        had(new IndexModel(ascending("day"), named("open")));

        make(new IndexModel(ascending("seller", "day"), named("open")));

        assertThat(stands("open").getDocument("key").keySet()).containsExactly("seller", "day");
    }

    @Test
    void makesUniqueWhatWasNot() {
        had(new IndexModel(ascending("number")));

        make(new IndexModel(ascending("number"), new IndexOptions().unique(true)));

        assertThatThrownBy(() -> finish(entries.insertOne(entry(1)))).matches(Duplicates::isDuplicate);
    }

    @Test
    void letsGoOfUniquenessThatIsDeclaredNoMore() {
        had(new IndexModel(ascending("number"), new IndexOptions().unique(true)));

        make(new IndexModel(ascending("number")));

        finish(entries.insertOne(entry(1)));
    }

    @Test
    void makesOverAgainWhatHoldsOnlySome() {
        had(new IndexModel(ascending("day"), named("open")));

        make(new IndexModel(ascending("day"), named("open").partialFilterExpression(Filters.exists("statement"))));

        assertThat(stands("open")).containsKey("partialFilterExpression");
    }

    @Test
    void clearsBothTheNameAndTheKeys() {
        had(new IndexModel(ascending("day"), named("one")));
        had(new IndexModel(ascending("seller"), named("other")));

        make(
                new IndexModel(ascending("seller"), named("one")),
                new IndexModel(ascending("day"), named("other")),
                new IndexModel(descending("number")));

        assertThat(stands("one").getDocument("key").keySet()).containsExactly("seller");
        assertThat(stands("other").getDocument("key").keySet()).containsExactly("day");
        assertThat(names()).containsExactlyInAnyOrder("_id_", "one", "other", "number_-1");
    }

    @Test
    void touchesNothingThatIsNotInTheWay() {
        had(new IndexModel(ascending("day", "seller"), named("mine")));
        had(new IndexModel(ascending("day"), named("old")));

        make(new IndexModel(ascending("day"), named("new")), new IndexModel(ascending("day", "_id")));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "mine", "new", "day_1__id_1");
    }

    @Test
    void putsBackWhatWasThereWhenTheNewOneCannotBeMade() {
        had(new IndexModel(ascending("number", "day"), named("open").unique(true)));
        finish(entries.insertOne(entry(1).append("day", "2026-11-22")));

        assertThatThrownBy(() ->
                        make(new IndexModel(ascending("number"), named("open").unique(true))))
                .matches(Duplicates::isDuplicate);

        assertThat(stands("open").getDocument("key").keySet()).containsExactly("number", "day");
        assertThat(stands("open").getBoolean("unique").getValue()).isTrue();
    }

    @Test
    void keepsWhatWasMadeWhenManyStartAtOnce() {
        had(new IndexModel(ascending("number"), named("numbers")));
        var unique = new IndexModel(ascending("number"), named("numbers").unique(true));

        // Who has begun to write relies on it, while others are still at it.
        var inserted = Flux.range(0, 8)
                .flatMap(_ -> new MakingIndexes(database, Clock.systemUTC())
                        .make(ENTRIES, List.of(unique))
                        .then(Mono.defer(() -> Mono.from(entries.insertOne(entry(7)))))
                        .thenReturn(1)
                        .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(0)))
                .reduce(0, Integer::sum);

        assertThat(inserted.toFuture()).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(1);
        assertThat(stands("numbers")).containsKey("unique");
    }

    @Test
    void waitsForWhoeverIsAtItAndNotForWhoDied() {
        var turns = database.getCollection("indexMigration");
        finish(turns.insertOne(new Document("_id", "turn")
                .append("until", Date.from(Instant.now().plusSeconds(60)))
                .append("owner", new ObjectId())));
        had(new IndexModel(ascending("day"), named("old")));

        var made = making.make(ENTRIES, List.of(new IndexModel(ascending("day"), named("new"))))
                .toFuture();
        assertThat(made).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
        finish(turns.updateOne(
                Filters.eq("turn"),
                new Document(
                        "$set", new Document("until", Date.from(Instant.now().minusSeconds(1))))));

        assertThat(made).succeedsWithin(Duration.ofSeconds(20));
        assertThat(names()).containsExactlyInAnyOrder("_id_", "new");
        assertThat(all(turns.countDocuments())).containsExactly(0L);
    }

    private static Document entry(int number) {
        return new Document("number", number)
                .append("day", "2026-11-0" + number)
                .append("seller", "bến-tre");
    }

    private static IndexOptions named(String name) {
        return new IndexOptions().name(name);
    }

    private void had(IndexModel index) {
        finish(entries.createIndexes(List.of(index)));
    }

    private void make(IndexModel... declared) {
        finish(making.make(ENTRIES, List.of(declared)));
    }

    private List<String> names() {
        return all(entries.listIndexes()).stream()
                .map(index -> index.getString("name"))
                .toList();
    }

    private BsonDocument stands(String name) {
        return all(entries.listIndexes(BsonDocument.class)).stream()
                .filter(index -> index.getString("name").getValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void finish(Publisher<?> work) {
        var _ = all(work);
    }

    private static <T> List<T> all(Publisher<T> work) {
        return Flux.from(work)
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
