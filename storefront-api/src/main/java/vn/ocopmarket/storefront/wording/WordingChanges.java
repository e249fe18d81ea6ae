package vn.ocopmarket.storefront.wording;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.storefront.wording.domain.Wording;

/**
 * How the words that search understands differ from those that came with the market.
 *
 * @param added groups of words that say the same
 * @param off keys of shipped ones that do not count
 */
public record WordingChanges(List<List<String>> added, Set<String> off) {

    public static final WordingChanges NONE = new WordingChanges(List.of(), Set.of());

    public WordingChanges {
        added = List.copyOf(added);
        off = Set.copyOf(off);
    }

    static WordingChanges of(Collection<Wording> kept) {
        return new WordingChanges(
                kept.stream()
                        .filter(one -> one.isPublished() && !one.isShipped())
                        .map(one -> one.group().words())
                        .toList(),
                kept.stream()
                        .filter(one -> !one.isPublished())
                        .map(Wording::shipped)
                        .flatMap(Stream::ofNullable)
                        .map(Wording.Shipped::key)
                        .collect(Collectors.toSet()));
    }
}
