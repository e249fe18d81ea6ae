package vn.ocopmarket.storefront.settlement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Finding.Rule;

/**
 * Holds what was sold against entries, entries against statements, and statements against each other. It is told of everything
 * once: first of entries, then of what was sold, then of periods, the oldest first. All that is entered was sold before, so
 * what is sold and entered while entries are read, or since, is known by that and counts on neither side.
 */
public final class Comparison {

    private static final String OPEN = "";

    /** More of them tell nobody more. */
    private static final int MOST = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> bought = new TreeMap<>();
    private final Map<String, Long> settled = new TreeMap<>();
    private final Map<String, Money> carried = new HashMap<>();
    private final Set<String> claimants = new HashSet<>();
    private final Set<String> young = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> unknownDebts = new HashSet<>();
    private boolean othersOweNothing = true;
    private final Instant youngSince;
    private long sold;
    private long expected;
    private long entries;
    private long statements;

    /** @param youngSince a while before it is told of the first entry: nothing entered before is missed by who reads them */
    public Comparison(Instant youngSince) {
        this.youngSince = youngSince;
    }

    /**
     * What buyers paid for goods less what went back to them, and what was settled of it.
     *
     * @param month empty for what is open, {@link Placed#OWNED} for what was the market's own
     */
    public record MonthProof(String month, Money bought, Money settled) {}

    /** What it all came to. */
    public record Result(long sold, long entries, long statements, List<MonthProof> months, List<Finding> findings) {

        public Result {
            months = List.copyOf(months);
            findings = List.copyOf(findings);
        }
    }

    /** @param stored its entries, and those of its {@link Sold#idsOfOthers()} that there are, by their ids, as they are kept */
    public void sold(Sold one, Map<String, Placed> stored) {
        sold++;
        long paid = one.entries().stream()
                .mapToLong(entry -> entry.figures().paid().amount())
                .sum();
        expect(OPEN, Rule.SALE_IS_PAID, one.document(), one.paid().amount(), paid);
        for (var entry : one.entries()) {
            var there = stored.get(entry.id());
            if (there == null) {
                expected++;
                tell(new Finding(OPEN, Rule.ENTRY_IS_SOLD, entry.id(), 1, 0));
            } else {
                same(there.month(), Rule.ENTRY_IS_SOLD, entry, there.entry());
                expect(there, entry);
            }
        }
        for (var id : one.idsOfOthers()) {
            var there = stored.get(id);
            if (there != null) {
                expect(
                        there.month(),
                        Rule.ENTRY_IS_SOLD,
                        id,
                        0,
                        there.entry().goods().units());
            }
        }
    }

    /** Whether what was sold and its entries are the same. */
    public static boolean agree(Sold one, Map<String, Placed> stored) {
        var alone = new Comparison(Instant.MAX);
        alone.sold(one, stored);
        return alone.findings.isEmpty();
    }

    /** Something that was sold and cannot be entered, or not even be read. */
    public void leftOut(Rule rule, String document, String why) {
        tell(new Finding(OPEN, rule, document, 1, 0, why));
    }

    /** Nobody knows what it says; its statement may. */
    public void unreadableEntry(String id, String why) {
        unreadable.add(id);
        leftOut(Rule.READABLE, id, why);
    }

    /** What it comes to is known. */
    public void unreadableStatement(Statement.Head head, String why) {
        tell(new Finding(head.period().toString(), Rule.READABLE, head.id(), 1, 0, why));
        claimants.remove(head.id());
        carry(head.period().toString(), head);
    }

    /** Nothing of it is known, nor what its producer still owes. */
    public void unreadableStatement(String id, String why) {
        tell(new Finding(Statement.month(id), Rule.READABLE, id, 1, 0, why));
        claimants.remove(id);
        unknownDebts.add(Statement.seller(id));
    }

    /** Like one that is not closed. */
    public void unreadablePeriod(String month, String why) {
        tell(new Finding(month, Rule.READABLE, month, 1, 0, why));
        forget(month);
        carried.clear();
        othersOweNothing = false;
    }

    private void forget(String month) {
        claimants.removeIf(id -> Statement.month(id).equals(month));
        bought.remove(month);
    }

    /** An entry of what was left out, which nothing says anything about. */
    public void unproven(Placed placed) {
        expect(placed, placed.entry());
    }

    private void expect(Placed there, Entry wanted) {
        if (isYoung(there) && !young.contains(wanted.id())) {
            return;
        }
        expected++;
        add(bought, there.month(), wanted.figures().paid());
    }

    private boolean isYoung(Placed placed) {
        return !placed.enteredAt().isBefore(youngSince);
    }

    public void entry(Placed placed) {
        entries++;
        var entry = placed.entry();
        if (isYoung(placed)) {
            young.add(entry.id());
        }
        var statement = placed.statement();
        if (!placed.isInItsPlace()) {
            var places = (placed.open() ? 1 : 0) + (statement == null ? 0 : 1);
            tell(new Finding(placed.month(), Rule.IN_ONE_PLACE, entry.id(), entry.isOwned() ? 0 : 1, places));
        }
        if (entry.isOwned() || statement == null) {
            add(settled, placed.month(), entry.figures().paid());
        } else {
            claimants.add(statement);
        }
    }

    /** @param claimed what belongs to it, as it is kept */
    public void statement(Statement statement, Collection<Entry> claimed) {
        statements++;
        var head = statement.head();
        var month = head.period().toString();
        claimants.remove(head.id());
        var sums = Sums.of(statement.entries());
        equal(month, Rule.STATEMENT_ADDS_UP, head.id(), sums, head.account().sums());
        expect(month, Rule.STATEMENT_ADDS_UP, head.id(), statement.entries().size(), head.entries());
        var own = statement.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity(), (a, _) -> a));
        expect(month, Rule.IN_ONE_PLACE, head.id(), statement.entries().size(), own.size());
        for (var entry : claimed) {
            var written = own.remove(entry.id());
            if (written == null) {
                tell(new Finding(month, Rule.IN_ONE_PLACE, entry.id(), 1, 0));
            } else {
                same(month, Rule.STATEMENT_ADDS_UP, written, entry);
            }
        }
        for (var written : own.values()) {
            if (unreadable.contains(written.id())) {
                add(bought, month, written.figures().paid());
            } else {
                tell(new Finding(month, Rule.IN_ONE_PLACE, written.id(), 1, 2));
            }
        }
        carry(month, head);
    }

    private void carry(String month, Statement.Head head) {
        var account = head.account();
        var before = carried.put(head.seller().id(), account.carriedForward());
        if (unknownDebts.remove(head.seller().id()) || before == null && !othersOweNothing) {
            return;
        }
        expect(
                month,
                Rule.DEBT_IS_CARRIED,
                head.id(),
                before == null ? 0 : before.amount(),
                account.broughtForward().amount());
    }

    /**
     * A month that is not closed yet has claims without statements.
     *
     * @param whole whether these are all its statements
     */
    public void period(Period period, Collection<Statement.Head> heads, boolean whole) {
        var month = period.month().toString();
        var closing = period.closing();
        if (closing == null) {
            forget(month);
            return;
        }
        var found = closing.totals();
        if (whole) {
            addsUp(month, Totals.of(heads), found);
        }
        add(settled, month, found.sums().turnover().minus(found.sums().borne()));
    }

    private void addsUp(String month, Totals wanted, Totals found) {
        expect(month, Rule.MONTH_ADDS_UP, month, wanted.statements(), found.statements());
        expect(
                month,
                Rule.MONTH_ADDS_UP,
                month,
                wanted.due().amount(),
                found.due().amount());
        equal(month, Rule.MONTH_ADDS_UP, month, wanted.sums(), found.sums());
    }

    public Result result() {
        var months = new TreeSet<>(bought.keySet());
        months.addAll(settled.keySet());
        var proofs = new ArrayList<MonthProof>();
        for (var month : months) {
            long wanted = bought.getOrDefault(month, 0L);
            long found = settled.getOrDefault(month, 0L);
            proofs.add(new MonthProof(month, Money.dong(wanted), Money.dong(found)));
            expect(month, Rule.MONEY, month, wanted, found);
        }
        for (var nobody : claimants) {
            tell(new Finding(Statement.month(nobody), Rule.IN_ONE_PLACE, nobody, 1, 0));
        }
        expect(OPEN, Rule.NOTHING_ELSE, OPEN, expected, entries);
        return new Result(sold, entries, statements, proofs, findings);
    }

    private void same(String month, Rule rule, Entry wanted, Entry found) {
        expect(month, rule, wanted.id(), wanted.goods().units(), found.goods().units());
        equal(month, rule, wanted.id(), Sums.of(wanted), Sums.of(found));
    }

    private void equal(String month, Rule rule, String about, Sums wanted, Sums found) {
        expect(month, rule, about, wanted.sales(), found.sales());
        expect(month, rule, about, wanted.refunds(), found.refunds());
        expect(month, rule, about, wanted.paid(), found.paid());
        expect(month, rule, about, wanted.commission(), found.commission());
    }

    private void expect(String month, Rule rule, String about, Money wanted, Money found) {
        expect(month, rule, about, wanted.amount(), found.amount());
    }

    private void expect(String month, Rule rule, String about, long wanted, long found) {
        if (wanted != found) {
            tell(new Finding(month, rule, about, wanted, found));
        }
    }

    private void tell(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    private static void add(Map<String, Long> sums, String month, Money amount) {
        var _ = sums.merge(month, amount.amount(), Math::addExact);
    }
}
