package vn.ocopmarket.storefront.settlement;

import java.time.YearMonth;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.domain.Statement;

/** Keeps statements, which never change. */
public interface Statements {

    /** Gives the one that is kept: this, or the one that somebody else wrote before. */
    Mono<Statement> insert(Statement statement);

    /** Empty when there is none. */
    Mono<Statement> find(String id);

    /** Those of a period, by the names of producers. */
    Flux<Statement.Head> of(YearMonth period);

    /** The same, whether they can be read or not. */
    Flux<Reading<Statement.Head>> readings(YearMonth period);

    /** One of them with its entries, whether it can be read or not. Empty when there is none. */
    Mono<Reading<Statement>> reading(String id);

    /** Those of producers, the newest first. */
    Flux<Statement.Head> of(Collection<String> sellerIds);

    /** The newest of all producers. */
    Flux<Statement.Head> newest(int limit);

    /** What was settled with a producer before the period. */
    Mono<Statement.History> before(YearMonth period, String sellerId);
}
