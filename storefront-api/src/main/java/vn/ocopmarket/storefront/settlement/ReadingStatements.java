package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Sums;

/** What was settled, and what is open. */
public final class ReadingStatements {

    private final Entries entries;
    private final Statements statements;
    private final Periods periods;
    private final Clock clock;

    ReadingStatements(Entries entries, Statements statements, Periods periods, Clock clock) {
        this.entries = entries;
        this.statements = statements;
        this.periods = periods;
        this.clock = clock;
    }

    /** What no statement has yet of one producer. */
    public record OpenAccount(Seller seller, long entries, Sums sums) {

        private static OpenAccount of(Entry entry) {
            return new OpenAccount(entry.seller(), 1, Sums.of(entry));
        }

        /** What nobody is known to own stays open. */
        public boolean known() {
            return FindingSellers.isKnown(seller);
        }

        private OpenAccount plus(OpenAccount other) {
            return new OpenAccount(other.seller, entries + other.entries, sums.plus(other.sums));
        }
    }

    /** The newest first. */
    public Flux<Period> periods() {
        return periods.all();
    }

    /** The month that is to be closed next, when it is over. */
    public YearMonth lastOver() {
        return YearMonth.now(clock).minusMonths(1);
    }

    /** By the names of producers. */
    public Flux<Statement.Head> of(YearMonth period) {
        return statements.of(period);
    }

    /** The newest first. */
    public Flux<Statement.Head> of(Collection<String> sellerIds) {
        return statements.of(sellerIds);
    }

    /** The newest of all producers. */
    public Flux<Statement.Head> newest(int limit) {
        return statements.newest(limit);
    }

    /** Empty when there is none. */
    public Mono<Statement> find(String id) {
        return statements.find(id);
    }

    /** Goods that are nobody's have the names of different producers. */
    private static String key(Seller seller) {
        return FindingSellers.isKnown(seller) ? seller.id() : seller.id() + ":" + seller.name();
    }

    /** What is open today, by the names of producers. */
    public Mono<List<OpenAccount>> open() {
        return Mono.defer(() -> entries.unsettled(LocalDate.now(clock))
                .reduceWith(HashMap<String, OpenAccount>::new, (all, entry) -> {
                    var _ = all.merge(key(entry.seller()), OpenAccount.of(entry), OpenAccount::plus);
                    return all;
                })
                .map(Map::values)
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(one -> one.seller().name()))
                        .toList()));
    }
}
