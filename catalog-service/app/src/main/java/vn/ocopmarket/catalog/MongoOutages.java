package vn.ocopmarket.catalog;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.springframework.stereotype.Component;
import vn.ocopmarket.catalog.problem.Outages;

/** The database is restarting, electing or away. */
@Component
class MongoOutages implements Outages {

    @Override
    public boolean isOutage(Throwable failure) {
        return switch (failure) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _ -> true;
            default -> false;
        };
    }
}
