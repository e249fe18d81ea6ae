package vn.ocopmarket.testing;

/** Real stores for tests: servers on loopback, or containers where a Docker engine answers. One of each for a JVM. */
public final class Stores {

    private Stores() {}

    /** Connection string of a MongoDB-compatible server; each test class uses a database of its own. */
    public static String mongoUri() {
        return MongoStore.uri();
    }

    /** Address of an Elasticsearch; each test class uses indices of its own. */
    public static String elasticsearchUri() {
        return ElasticsearchStore.uri();
    }
}
