package vn.ocopmarket.service.idempotency;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

/** Makes the parts that a service has to have keys; its filter comes after the one that knows who asks. */
public final class IdempotencyKeys {

    /** Where the answers are kept. */
    public static final String COLLECTION = MongoAnsweredRequests.COLLECTION;

    private IdempotencyKeys() {}

    public static AnsweredRequests in(MongoDatabase database) {
        return new MongoAnsweredRequests(database);
    }

    public static List<IndexModel> indexes() {
        var expiring = new IndexOptions().expireAfter(MongoAnsweredRequests.KEPT_FOR.toSeconds(), TimeUnit.SECONDS);
        return List.of(new IndexModel(Indexes.ascending(MongoAnsweredRequests.BEGUN_AT), expiring));
    }

    /** @param refusals turn what a request failed with into its answer, the first that can */
    public static WebFilter filter(
            KeyRules rules,
            KeptBodies bodies,
            AnsweredRequests requests,
            ServerCodecConfigurer codecs,
            List<WebExceptionHandler> refusals,
            Clock clock) {
        return new IdempotencyFilter(
                rules, bodies, requests, new CarryingOut(rules, requests, codecs, refusals), clock);
    }
}
