package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which papers are compulsory for which goods and when; the rules are the resource {@code paper-rules.csv}. */
public final class PaperRules {

    private static final List<Rule> ALL =
            RuleFile.rows("paper-rules.csv").stream().map(Rule::of).toList();

    private PaperRules() {}

    /** How a compulsory paper fails. */
    enum Failing {
        MISSING,
        EXPIRED
    }

    /** A compulsory paper that is not in order. */
    record Gap(PaperKind kind, Failing failing) {}

    /** The papers without which this variant may not be sold on that day and channel, and that are not in order. */
    static List<Gap> gaps(ProductRecord product, Variant variant, LocalDate day, Channel channel) {
        List<Gap> gaps = List.of();
        for (var rule : ALL) {
            var failing = rule.isFor(product, variant) && rule.holdsOn(day, channel)
                    ? failing(rule, product.dossier(), variant.sku(), day)
                    : null;
            if (failing != null) {
                gaps = gaps.isEmpty() ? new ArrayList<>() : gaps;
                gaps.add(new Gap(rule.paper, failing));
            }
        }
        return gaps;
    }

    /** What is compulsory for this variant on that day, whether it is there or not. */
    public static Set<PaperKind> compulsory(ProductRecord product, Variant variant, LocalDate day, Channel channel) {
        var papers = EnumSet.noneOf(PaperKind.class);
        for (var rule : ALL) {
            if (rule.isFor(product, variant) && rule.holdsOn(day, channel)) {
                papers.add(rule.paper);
            }
        }
        return papers;
    }

    private static @Nullable Failing failing(Rule rule, Dossier dossier, String sku, LocalDate day) {
        var ended = false;
        for (var paper : dossier.papers()) {
            if (paper.kind() == rule.paper && paper.isFor(sku)) {
                if (paper.holdsOn(day)) {
                    return null;
                }
                ended |= !day.isBefore(paper.issuedOn());
            }
        }
        if (ended) {
            return Failing.EXPIRED;
        }
        return hasCome(dossier.papersCheckedOn(), day) || hasCome(rule.missingBlocksFrom, day) ? Failing.MISSING : null;
    }

    private static boolean hasCome(@Nullable LocalDate first, LocalDate day) {
        return first != null && !day.isBefore(first);
    }

    /** The days on which the answer for a product may change because of rules and papers. */
    static Stream<LocalDate> turningDays(ProductRecord product) {
        var papers = product.dossier().papers().stream()
                .flatMap(paper -> Stream.of(paper.issuedOn(), after(paper.validUntil())));
        var rules = ALL.stream().flatMap(rule -> Stream.of(rule.from, after(rule.until), rule.missingBlocksFrom));
        return Stream.of(papers, rules, Stream.of(product.dossier().papersCheckedOn()))
                .flatMap(days -> days)
                .filter(java.util.Objects::nonNull);
    }

    private static @Nullable LocalDate after(@Nullable LocalDate last) {
        return last == null ? null : last.plusDays(1);
    }

    /** A row; what is empty sets no bounds. */
    private record Rule(
            PaperKind paper,
            Set<String> groups,
            Set<String> taxClasses,
            Set<String> exemptProducers,
            Set<String> channels,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate missingBlocksFrom) {

        static Rule of(Map<String, String> row) {
            return new Rule(
                    PaperKind.valueOf(row.getOrDefault("paper", "")),
                    words(row, "groups"),
                    words(row, "tax classes"),
                    words(row, "exempt producers"),
                    words(row, "channels"),
                    LocalDate.parse(row.getOrDefault("from", "")),
                    date(row, "until"),
                    date(row, "missing blocks from"));
        }

        private static Set<String> words(Map<String, String> row, String column) {
            return Stream.of(row.getOrDefault(column, "").split(" "))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static @Nullable LocalDate date(Map<String, String> row, String column) {
            var text = row.get(column);
            return text == null ? null : LocalDate.parse(text);
        }

        boolean isFor(ProductRecord product, Variant variant) {
            return allows(groups, product.group().code())
                    && allows(taxClasses, variant.taxClass().name())
                    && !exemptProducers.contains(product.producer().kind());
        }

        boolean holdsOn(LocalDate day, Channel channel) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until)) && allows(channels, channel.name());
        }

        private static boolean allows(Set<String> some, String one) {
            return some.isEmpty() || some.contains(one);
        }
    }
}
