package vn.ocopmarket.catalog;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/** The indexes a feature needs on one collection. */
public record CollectionIndexes(String collection, List<IndexModel> indexes) {

    public CollectionIndexes {
        indexes = List.copyOf(indexes);
    }
}
