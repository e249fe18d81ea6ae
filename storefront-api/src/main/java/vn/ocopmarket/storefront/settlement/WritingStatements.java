package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Period.Trouble;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Withholding;

/**
 * Writes the statements of a month, each once from what is claimed for it; one that cannot be written keeps no other from it.
 */
final class WritingStatements {

    /** A statement is one document; what is over goes into the next. */
    private static final int MOST_ENTRIES = 10_000;

    /** When so many fail and none succeeds, it is not they that are wrong. */
    private static final int OUTAGE = 5;

    private static final int LONGEST = 200;

    private final Entries entries;
    private final Statements statements;
    private final Withholding taxes;
    private final Clock clock;

    WritingStatements(Entries entries, Statements statements, ClosingPeriods.Rules rules) {
        this.entries = entries;
        this.statements = statements;
        this.taxes = rules.taxes();
        this.clock = rules.clock();
    }

    /** Gives whose could not be written; an error when none can. */
    Mono<List<Trouble>> write(Period period) {
        return Mono.defer(() -> {
            var troubles = new ArrayList<Trouble>();
            var tried = period.sellers();
            return Flux.range(0, tried.size())
                    .concatMap(at -> settle(period.month(), tried.get(at))
                            .onErrorResume(fault -> at + 1 >= OUTAGE && troubles.size() == at
                                    ? Mono.error(fault)
                                    : trouble(period.month(), tried.get(at), fault)
                                            .doOnNext(troubles::add)
                                            .then()))
                    .then(Mono.fromSupplier(() -> List.copyOf(troubles)));
        });
    }

    private Mono<Trouble> trouble(YearMonth month, String seller, Throwable fault) {
        var why = String.valueOf(fault);
        return entries.of(Statement.id(month, seller))
                .concatWith(entries.unsettled(seller, month.atEndOfMonth(), 1))
                .next()
                .map(entry -> entry.seller().name())
                .onErrorReturn(seller)
                .defaultIfEmpty(seller)
                .map(name -> new Trouble(seller, name, why.substring(0, Math.min(why.length(), LONGEST))));
    }

    private Mono<Void> settle(YearMonth month, String seller) {
        var id = Statement.id(month, seller);
        return statements
                .find(id)
                .switchIfEmpty(Mono.defer(() -> write(month, seller)))
                .flatMap(statement -> entries.release(id, ids(statement.entries())))
                .then();
    }

    /** Claims first: what a statement is written from belongs to it already, whoever else is at it. */
    private Mono<Statement> write(YearMonth month, String seller) {
        var id = Statement.id(month, seller);
        return entries.unsettled(seller, month.atEndOfMonth(), MOST_ENTRIES)
                .collectList()
                .flatMap(found -> entries.claim(ids(found), id))
                .then(entries.of(id).take(MOST_ENTRIES).collectList())
                .filter(claimed -> !claimed.isEmpty())
                .flatMap(claimed -> statements
                        .before(month, seller)
                        .map(history -> Statement.of(month, claimed, history, taxes, clock.instant())))
                .flatMap(statements::insert);
    }

    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
