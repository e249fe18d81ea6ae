package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.Statements;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Statement.Head;
import vn.ocopmarket.storefront.settlement.domain.Statement.History;

/** One document a statement, inserted once. */
@Repository
class MongoStatements implements Statements {

    static final String COLLECTION = "settlementStatements";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> statements;

    MongoStatements(MongoDatabase database) {
        this.statements = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Statement> insert(Statement statement) {
        return Mono.from(statements.insertOne(StatementDocuments.write(statement)))
                .timeout(TIMEOUT)
                .thenReturn(statement)
                .onErrorResume(
                        MongoEntries::isDuplicate, _ -> find(statement.head().id()));
    }

    @Override
    public Mono<Statement> find(String id) {
        return Mono.from(statements.find(eq(id)).first()).timeout(TIMEOUT).map(StatementDocuments::statement);
    }

    @Override
    public Flux<Head> of(YearMonth period) {
        return heads(eq(StatementDocuments.PERIOD, period.toString()), ascending("seller.name", "_id"));
    }

    @Override
    public Flux<Reading<Head>> readings(YearMonth period) {
        // Their ids begin with it: one that is broken may tell another period, or none.
        var ofPeriod = and(gte("_id", period + ":"), lt("_id", period + ";"));
        return Flux.from(statements
                        .find(ofPeriod)
                        .projection(exclude(StatementDocuments.ENTRIES))
                        .sort(ascending("_id")))
                .timeout(TIMEOUT)
                .map(stored -> {
                    var id = stored.getString("_id");
                    return Reading.of(id, id, () -> StatementDocuments.head(stored));
                });
    }

    @Override
    public Mono<Reading<Statement>> reading(String id) {
        return Mono.from(statements.find(eq(id)).first())
                .timeout(TIMEOUT)
                .map(stored -> Reading.of(id, id, () -> StatementDocuments.statement(stored)));
    }

    @Override
    public Flux<Head> of(Collection<String> sellerIds) {
        return heads(in(StatementDocuments.SELLER, sellerIds), descending(StatementDocuments.PERIOD, "_id"));
    }

    @Override
    public Flux<Head> newest(int limit) {
        return Flux.from(statements
                        .find()
                        .projection(exclude(StatementDocuments.ENTRIES))
                        .sort(descending(StatementDocuments.PERIOD, "_id"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(StatementDocuments::head);
    }

    @Override
    public Mono<History> before(YearMonth period, String sellerId) {
        var earlier = and(eq(StatementDocuments.SELLER, sellerId), lt(StatementDocuments.PERIOD, period.toString()));
        return heads(earlier, descending(StatementDocuments.PERIOD))
                .collectList()
                .map(MongoStatements::history);
    }

    private static History history(List<Head> newestFirst) {
        var turnover = newestFirst.stream()
                .flatMap(head -> head.account().turnover().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Money::plus));
        return newestFirst.isEmpty()
                ? History.NONE
                : new History(
                        turnover,
                        newestFirst.getFirst().account().carriedForward(),
                        newestFirst.getFirst().seller().kind());
    }

    private Flux<Head> heads(Bson filter, Bson order) {
        return Flux.from(statements
                        .find(filter)
                        .projection(exclude(StatementDocuments.ENTRIES))
                        .sort(order))
                .timeout(TIMEOUT)
                .map(StatementDocuments::head);
    }
}
