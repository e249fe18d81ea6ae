package vn.ocopmarket.bench.growth;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Orders of the past, put into the store directly: copies of all that one real order left there, under ids and numbers of
 * their own. What is one document for many orders, such as a stock level, is left alone.
 */
final class OldOrders implements AutoCloseable {

    private static final int AT_ONCE = 500;
    private static final int LONGEST_OF_ONE_ORDER = 16_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final MongoClient client;
    private final MongoDatabase database;
    private int copies;

    OldOrders(String uri) {
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase("storefront");
    }

    long count() {
        return database.getCollection("orders").estimatedDocumentCount();
    }

    /** How many documents each collection has. */
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var name : database.listCollectionNames()) {
            counts.put(name, database.getCollection(name).estimatedDocumentCount());
        }
        return counts;
    }

    /** Copies what the order left until there are so many orders, none of which has anything left to be done. */
    void fill(String orderId, int orders) throws InterruptedException {
        waitForLetters();
        var order = database.getCollection("orders").find(Filters.eq(orderId)).first();
        if (order == null) {
            throw new IllegalStateException("no order " + orderId);
        }
        var left = leftBy(orderId);
        var pages = new HashMap<String, List<Document>>();
        for (var missing = orders - count(); missing > 0; missing--) {
            var ids = Map.of(orderId, "copy" + copies, order.getString("number"), "CP%09d".formatted(copies));
            left.forEach((name, documents) -> {
                var page = pages.computeIfAbsent(name, _ -> new ArrayList<>());
                documents.forEach(document -> page.add(Document.parse(renamed(document, ids))));
                if (page.size() >= AT_ONCE) {
                    insert(name, page);
                }
            });
            copies++;
        }
        pages.forEach(this::insert);
    }

    /** A copy of a letter that is not sent yet would be sent. */
    private void waitForLetters() throws InterruptedException {
        var deadline = Instant.now().plus(LONGEST_WAIT);
        var due = Filters.gte("due", new Date(0));
        while (database.getCollection("mails").find(due).first() != null) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the letters of the orders were not sent within " + LONGEST_WAIT);
            }
            Thread.sleep(PAUSE);
        }
    }

    private void insert(String name, List<Document> page) {
        if (!page.isEmpty()) {
            var unused = database.getCollection(name).insertMany(page);
            page.clear();
        }
    }

    /** By collection, as JSON. */
    private Map<String, List<String>> leftBy(String orderId) {
        var left = new HashMap<String, List<String>>();
        for (var name : database.listCollectionNames()) {
            for (var document : database.getCollection(name).find()) {
                var json = document.toJson();
                if (json.contains(orderId) && json.length() < LONGEST_OF_ONE_ORDER && isOwn(document, orderId)) {
                    left.computeIfAbsent(name, _ -> new ArrayList<>()).add(json);
                }
            }
        }
        return left;
    }

    /** Its id is made of the order's. */
    private static boolean isOwn(Document document, String orderId) {
        return String.valueOf(document.get("_id")).contains(orderId);
    }

    private static String renamed(String json, Map<String, String> names) {
        var renamed = json;
        for (var name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }

    @Override
    public void close() {
        client.close();
    }
}
