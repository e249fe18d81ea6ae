package vn.ocopmarket.storefront.fair.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.ocopmarket.storefront.fair.domain.Fair;

/** A fair as the head of its page shows it. */
record FairCard(
        String id,
        String slug,
        String state,
        String name,
        String provinceCode,
        String address,
        LocalDate first,
        LocalDate last,
        String days,
        String organiser,
        int products) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static FairCard of(Fair fair) {
        var plan = fair.plan();
        var first = plan.period().first();
        var last = plan.period().last();
        return new FairCard(
                fair.id(),
                fair.slug(),
                state(fair),
                plan.name(),
                plan.provinceCode(),
                plan.address(),
                first,
                last,
                first.equals(last) ? DAY.format(first) : DAY.format(first) + " – " + DAY.format(last),
                plan.organiser(),
                fair.picks().size());
    }

    private static String state(Fair fair) {
        return switch (fair) {
            case Fair.Draft _ -> "draft";
            case Fair.Published _ -> "published";
            case Fair.Closed _ -> "closed";
        };
    }
}
