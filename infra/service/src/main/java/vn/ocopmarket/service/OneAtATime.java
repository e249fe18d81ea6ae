package vn.ocopmarket.service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Lets one instance after the other do something; one that dies loses its turn after a while. */
final class OneAtATime {

    private static final Duration TURN = Duration.ofMinutes(2);
    private static final Duration AT_MOST = TURN.minusSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final String ID = "turn";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final MongoCollection<Document> turns;
    private final Clock clock;

    OneAtATime(MongoCollection<Document> turns, Clock clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /** Waits for its turn, as long as it takes. */
    Mono<Void> take(Mono<Void> work) {
        return Mono.usingWhen(begin(new ObjectId()), _ -> work.timeout(AT_MOST), this::end);
    }

    private Mono<ObjectId> begin(ObjectId owner) {
        return Mono.defer(() -> {
                    var now = clock.instant();
                    var turn = combine(set(OWNER, owner), set(UNTIL, Date.from(now.plus(TURN))));
                    return Mono.from(turns.updateOne(
                            and(eq(ID), lt(UNTIL, Date.from(now))), turn, new UpdateOptions().upsert(true)));
                })
                // It is somebody else's turn: there is one already that is not over.
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, ASK_AGAIN).filter(Duplicates::isDuplicate))
                .thenReturn(owner);
    }

    private Mono<Void> end(ObjectId owner) {
        return Mono.from(turns.deleteOne(and(eq(ID), eq(OWNER, owner)))).then();
    }
}
