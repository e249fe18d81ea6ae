package vn.ocopmarket.embeddedmongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The official driver, waited for. */
record Driver(MongoClient client) implements AutoCloseable {

    static Driver of(String uri) {
        return new Driver(MongoClients.create(uri));
    }

    MongoDatabase database() {
        return client.getDatabase("test");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** Runs a command on the test database. */
    Document run(Object... nameAndArguments) {
        return one(database().runCommand(doc(nameAndArguments)));
    }

    static <T> T one(Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block());
    }

    /** Waits for something whose answer does not matter. */
    static void done(Publisher<?> publisher) {
        Object _ = Mono.from(publisher).block();
    }

    static <T> @Nullable T maybe(Publisher<T> publisher) {
        return Mono.from(publisher).block();
    }

    static <T> Flux<T> flux(Publisher<T> publisher) {
        return Flux.from(publisher);
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Objects.requireNonNull(Flux.from(publisher).collectList().block());
    }

    static Document doc(@Nullable Object... keysAndValues) {
        Document document = new Document();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            document.append(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return document;
    }

    @Override
    public void close() {
        client.close();
    }
}
