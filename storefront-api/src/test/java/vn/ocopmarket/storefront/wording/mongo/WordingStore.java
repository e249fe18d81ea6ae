package vn.ocopmarket.storefront.wording.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import vn.ocopmarket.storefront.wording.KeptWordings;

/** Opens the store for tests of the whole feature. */
public final class WordingStore {

    private WordingStore() {}

    public static KeptWordings of(MongoDatabase database) {
        return new MongoWordings(database);
    }
}
