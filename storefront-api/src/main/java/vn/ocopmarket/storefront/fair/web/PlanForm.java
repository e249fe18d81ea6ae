package vn.ocopmarket.storefront.fair.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.FairPlan;
import vn.ocopmarket.storefront.fair.domain.Period;
import vn.ocopmarket.storefront.fair.domain.Stall;

/**
 * The plan of a fair as it is typed.
 *
 * @param stalls one a line: the number, a space or a bar, who stands there
 */
record PlanForm(
        @Nullable String name,
        @Nullable String province,
        @Nullable String address,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate first,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate last,

        @Nullable String organiser,
        @Nullable String stalls) {

    private static final int LONGEST_TEXT = 160;

    static PlanForm empty() {
        return new PlanForm(null, null, null, null, null, null, null);
    }

    static PlanForm of(Fair fair) {
        var plan = fair.plan();
        return new PlanForm(
                plan.name(),
                plan.provinceCode(),
                plan.address(),
                plan.period().first(),
                plan.period().last(),
                plan.organiser(),
                plan.stalls().stream()
                        .map(stall -> stall.number() + " | " + stall.holder())
                        .collect(Collectors.joining("\n")));
    }

    /** The plan, or which fields are wrong, as names of messages {@code fair.wrong.…}. */
    sealed interface Reading {

        record Readable(FairPlan plan) implements Reading {}

        record Wrong(List<String> fields) implements Reading {}
    }

    Reading read() {
        var wrong = new LinkedHashMap<String, Boolean>();
        wrong.put("name", isWrong(name));
        wrong.put("province", province == null || !province.matches("\\d{2}"));
        wrong.put("address", isWrong(address));
        wrong.put("organiser", isWrong(organiser));
        wrong.put("dates", first == null || last == null || !isPeriod(first, last));
        var read = stallsByNumber();
        wrong.put("stalls", read.isEmpty() || read.size() > 500);
        if (wrong.containsValue(true)) {
            return new Reading.Wrong(wrong.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return new Reading.Readable(new FairPlan(
                text(name),
                text(province),
                text(address),
                new Period(day(first), day(last)),
                text(organiser),
                List.copyOf(read.values())));
    }

    private Map<String, Stall> stallsByNumber() {
        var byNumber = new LinkedHashMap<String, Stall>();
        for (var line : (stalls == null ? "" : stalls).split("\\R")) {
            var parts = VietnameseText.canonical(line).split("[\\s|]+", 2);
            var key = VietnameseText.slug(parts[0]);
            if (!key.isEmpty() && line.length() <= LONGEST_TEXT) {
                byNumber.putIfAbsent(key, new Stall(parts[0], parts.length > 1 ? parts[1] : ""));
            }
        }
        return byNumber;
    }

    private static boolean isWrong(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_TEXT;
    }

    private static boolean isPeriod(LocalDate first, LocalDate last) {
        return !last.isBefore(first) && last.isBefore(first.plusDays(Period.LONGEST_DAYS));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : VietnameseText.canonical(text);
    }

    private static LocalDate day(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("Dates were read before");
        }
        return day;
    }
}
