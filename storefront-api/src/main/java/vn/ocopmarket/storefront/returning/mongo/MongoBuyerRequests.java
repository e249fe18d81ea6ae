package vn.ocopmarket.storefront.returning.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.returning.BuyerRequests;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Step;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.RequestState;

@Component
final class MongoBuyerRequests implements BuyerRequests {

    static final String COLLECTION = "buyerRequests";
    static final String DUE = "due";
    static final String ORDER = "orderId";
    static final String STATE = "state";
    static final String ASKED_AT = "askedAt";

    static final String LOCATIONS = "locations";
    static final String STEPS = "steps";

    private static final String TROUBLE = "trouble";
    private static final String FAILURES = "failures";
    private static final List<String> OPEN = Arrays.stream(RequestState.values())
            .filter(RequestState::isOpen)
            .map(Enum::name)
            .toList();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> requests;

    MongoBuyerRequests(MongoDatabase database) {
        this.requests = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<BuyerRequest> add(BuyerRequest request, Instant due) {
        var document = RequestDocuments.document(request).append(DUE, Date.from(due));
        return Mono.from(requests.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(request)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.empty());
    }

    @Override
    public Mono<BuyerRequest> find(String id) {
        return Mono.from(requests.find(eq("_id", id)).first()).timeout(TIMEOUT).map(RequestDocuments::request);
    }

    @Override
    public Flux<BuyerRequest> ofOrder(String orderId) {
        return Flux.from(requests.find(eq(ORDER, orderId)).sort(Sorts.ascending(ASKED_AT, "_id")))
                .timeout(TIMEOUT)
                .map(RequestDocuments::request);
    }

    @Override
    public Mono<BuyerRequest> step(BuyerRequest from, Step step, @Nullable Reception reception, Instant due) {
        var updates = new ArrayList<Bson>();
        updates.add(set(STATE, step.to().name()));
        updates.add(push(STEPS, RequestDocuments.document(step)));
        updates.add(set(DUE, Date.from(due)));
        updates.add(unset(TROUBLE));
        updates.add(unset(FAILURES));
        if (reception != null) {
            updates.add(push("receptions", RequestDocuments.document(reception)));
        }
        return change(at(from), combine(updates));
    }

    @Override
    public Mono<BuyerRequest> settleOtherwise(BuyerRequest from, Step step, Instant due) {
        var settled = combine(
                set(STATE, step.to().name()),
                push(STEPS, RequestDocuments.document(step)),
                set(DUE, Date.from(due)),
                unset(TROUBLE),
                unset(FAILURES));
        return change(and(at(from), exists(TROUBLE)), settled);
    }

    @Override
    public Mono<BuyerRequest> resume(BuyerRequest at, Instant due) {
        var resumed = combine(set(DUE, Date.from(due)), unset(TROUBLE), unset(FAILURES));
        return change(and(at(at), exists(TROUBLE)), resumed);
    }

    @Override
    public Mono<Void> later(BuyerRequest at, Instant due) {
        return change(and(at(at), exists(DUE)), combine(set(DUE, Date.from(due)), inc(FAILURES, 1)))
                .then();
    }

    @Override
    public Mono<BuyerRequest> stuck(BuyerRequest at, String trouble) {
        return change(at(at), combine(set(TROUBLE, trouble), unset(DUE), unset(FAILURES)));
    }

    @Override
    public Mono<BuyerRequest> settled(BuyerRequest at) {
        return change(at(at), combine(unset(DUE), unset(TROUBLE), unset(FAILURES)));
    }

    @Override
    public Flux<Due> due(Instant now, int limit) {
        return Flux.from(requests.find(lte(DUE, Date.from(now)))
                        .sort(Sorts.ascending(DUE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(stored -> new Due(RequestDocuments.request(stored), stored.getInteger(FAILURES, 0)));
    }

    @Override
    public Flux<BuyerRequest> page(Sieve sieve, @Nullable String after, int limit) {
        var state = sieve.state();
        var states = state == null ? OPEN : List.of(state.name());
        var locations = sieve.locations();
        var wanted = locations == null
                ? in(STATE, states)
                : and(in(LOCATIONS, locations), not(elemMatch(LOCATIONS, noneOf(locations))), in(STATE, states));
        return youngerThan(after)
                .flatMapMany(younger -> Flux.from(requests.find(and(wanted, younger))
                                .sort(Sorts.ascending(ASKED_AT, "_id"))
                                .limit(limit))
                        .timeout(TIMEOUT))
                .map(RequestDocuments::request);
    }

    private static Bson noneOf(Collection<String> locations) {
        return new Document("$nin", List.copyOf(locations));
    }

    private Mono<Bson> youngerThan(@Nullable String after) {
        if (after == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(requests.find(eq("_id", after)).first())
                .timeout(TIMEOUT)
                .map(last -> last.getDate(ASKED_AT))
                .map(at -> or(gt(ASKED_AT, at), and(eq(ASKED_AT, at), gt("_id", after))));
    }

    /** A request comes back to a state when goods come in several parcels, so its state alone does not say where it is. */
    private static Bson at(BuyerRequest request) {
        return and(
                eq("_id", request.id()),
                eq(STATE, request.state().name()),
                size(STEPS, request.steps().size()));
    }

    private Mono<BuyerRequest> change(Bson which, Bson change) {
        return Mono.from(requests.findOneAndUpdate(
                        which, change, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(RequestDocuments::request);
    }
}
