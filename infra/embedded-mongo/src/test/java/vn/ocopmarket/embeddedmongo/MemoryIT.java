package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection of which the stored documents fit into the memory of the server, and all of them decoded at once do not. */
class MemoryIT {

    private static final int MEGABYTES = 64;
    private static final int DOCUMENTS = 12_000;
    /** Nine bytes each in a stored document, and some hundred in a decoded one. */
    private static final int FIELDS = 100;

    private static final int AT_ONCE = 500;

    @TempDir
    Path folder;

    private ServerProcess server;
    private Driver driver;

    @BeforeEach
    void fill() throws Exception {
        server = ServerProcess.withHeapOf(MEGABYTES, "--data", folder.toString());
        driver = Driver.of(server.awaitUri());
        for (int from = 0; from < DOCUMENTS; from += AT_ONCE) {
            done(driver.collection("orders")
                    .insertMany(IntStream.range(from, from + AT_ONCE)
                            .mapToObj(MemoryIT::order)
                            .toList()));
        }
    }

    private static Document order(int id) {
        Document order = doc("_id", id, "group", id % 3);
        for (int field = 0; field < FIELDS; field++) {
            order.append("f%03d".formatted(field), 1_000 + field);
        }
        return order;
    }

    @AfterEach
    void stop() {
        driver.close();
        server.close();
    }

    @Test
    void countsWithoutKeepingWhatItRead() {
        assertThat(one(driver.collection("orders").countDocuments(gte("f099", 0))))
                .isEqualTo(DOCUMENTS);
    }

    @Test
    void aggregatesWithoutKeepingWhatItRead() {
        List<Document> groups =
                Driver.all(driver.collection("orders").aggregate(List.of(group("$group", sum("orders", 1)))));

        assertThat(groups)
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.getInteger("orders")).isEqualTo(DOCUMENTS / 3));
    }
}
