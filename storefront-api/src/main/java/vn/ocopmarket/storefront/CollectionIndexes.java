package vn.ocopmarket.storefront;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/** The indexes one collection needs; every feature's store declares its own as beans of this type. */
public record CollectionIndexes(String collection, List<IndexModel> indexes) {

    public CollectionIndexes {
        indexes = List.copyOf(indexes);
    }
}
