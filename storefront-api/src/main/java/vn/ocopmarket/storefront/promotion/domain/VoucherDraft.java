package vn.ocopmarket.storefront.promotion.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Limit;

/** A voucher as somebody wants to make it, whatever they wrote. */
public record VoucherDraft(
        String code,
        Voucher.Names names,
        @Nullable Worth worth,
        Voucher.Limits limits,
        Voucher.Scope scope,
        boolean exclusive) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_USES = 1_000_000;
    private static final int MOST_PER_BUYER = 50;
    private static final int MOST_CHOSEN = 50;
    private static final int PERCENT = 100;
    private static final long MOST_MONEY = 1_000_000_000;
    private static final Pattern GROUP = Pattern.compile("0[1-9]|1\\d|2[0-6]");
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern PRODUCER = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** What is wrong with a field; the words are message bundle entries {@code promotion.wrong.<reason>}. */
    public record Fault(String field, String reason, long about) {}

    /** None when a voucher can be made of it on that day. */
    public List<Fault> faults(LocalDate today) {
        var faults = new ArrayList<Fault>();
        check(faults, VoucherCode.isCode(code), new Fault("code", "code", 0));
        check(faults, isName(names.vi()), new Fault("name", "name", LONGEST_NAME));
        check(faults, isName(names.en()), new Fault("nameEn", "name", LONGEST_NAME));
        worth(faults, today);
        days(faults, today);
        var total = limits.total();
        check(faults, total == null || isWithin(total, MOST_USES), new Fault("total", "uses", MOST_USES));
        var each = limits.perBuyer();
        check(faults, each == null || isWithin(each, MOST_PER_BUYER), new Fault("perBuyer", "uses", MOST_PER_BUYER));
        var minimum = limits.minimum().amount();
        check(faults, minimum >= 0 && minimum <= MOST_MONEY, new Fault("minimum", "money", MOST_MONEY));
        chosen(faults, "groups", scope.groups(), GROUP.asMatchPredicate());
        chosen(faults, "provinces", scope.provinces(), PROVINCE.asMatchPredicate());
        chosen(faults, "producers", scope.producers(), PRODUCER.asMatchPredicate());
        return faults;
    }

    /** Only when nothing is wrong. */
    public Voucher voucher() {
        if (worth == null) {
            throw new IllegalStateException("A voucher without a worth");
        }
        return new Voucher(code, names, worth, limits, scope, exclusive, Voucher.State.RUNNING, 0);
    }

    private void worth(List<Fault> faults, LocalDate today) {
        switch (worth) {
            case null -> faults.add(new Fault("amount", "worth", 0));
            case Worth.Fixed(var amount) -> money(faults, "amount", amount);
            case Worth.Percent(var basisPoints, var cap) -> {
                var most = Limit.MOST_DISCOUNT_PERCENT.on(today);
                check(faults, isWithin(basisPoints, most * PERCENT), new Fault("percent", "percent", most));
                money(faults, "cap", cap);
            }
        }
    }

    private void days(List<Fault> faults, LocalDate today) {
        var ends = !limits.to().isBefore(limits.from()) && !limits.to().isBefore(today);
        check(faults, ends, new Fault("to", "ends", 0));
        var days = ChronoUnit.DAYS.between(limits.from(), limits.to());
        check(faults, days <= LONGEST_DAYS, new Fault("to", "long", LONGEST_DAYS));
    }

    private static void money(List<Fault> faults, String field, Money amount) {
        check(faults, isWithin(amount.amount(), MOST_MONEY), new Fault(field, "money", MOST_MONEY));
    }

    private static void chosen(List<Fault> faults, String field, Collection<String> chosen, Predicate<String> isOne) {
        check(
                faults,
                chosen.size() <= MOST_CHOSEN && chosen.stream().allMatch(isOne),
                new Fault(field, field, MOST_CHOSEN));
    }

    private static void check(List<Fault> faults, boolean fine, Fault otherwise) {
        if (!fine) {
            faults.add(otherwise);
        }
    }

    private static boolean isName(String name) {
        return name.strip().length() > 1 && name.length() <= LONGEST_NAME;
    }

    private static boolean isWithin(long number, long most) {
        return number >= 1 && number <= most;
    }
}
