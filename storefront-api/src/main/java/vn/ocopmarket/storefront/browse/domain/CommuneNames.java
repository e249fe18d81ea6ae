package vn.ocopmarket.storefront.browse.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/** Names of communes of today and of before, with the communes of today that they stand for. */
final class CommuneNames {

    private static final Pattern BETWEEN_CODES = Pattern.compile(" ");

    private final Map<String, List<Commune>> byName = new HashMap<>();

    private CommuneNames() {
        for (var cells : Table.rows("commune-names.csv")) {
            var commune = new Commune(cells.get(0), Set.of(BETWEEN_CODES.split(cells.get(1))));
            var _ = byName.computeIfAbsent(VietnameseText.fold(commune.name()), _ -> new ArrayList<>(1))
                    .add(commune);
        }
    }

    static CommuneNames read() {
        return new CommuneNames();
    }

    /** A name, and the codes of all communes of today that have it or had it. */
    record Commune(String name, Set<String> codes) {}

    /** All communes of that name, since nobody can tell which is meant; with accents only those that have these. */
    Optional<Commune> of(String folded, String typed) {
        var lower = typed.toLowerCase(Locale.ROOT);
        var meant = byName.getOrDefault(folded, List.of()).stream()
                .filter(commune -> lower.equals(folded) || letters(lower).equals(letters(commune.name())))
                .toList();
        return meant.stream()
                .findFirst()
                .map(first -> new Commune(
                        first.name(),
                        meant.stream()
                                .flatMap(commune -> commune.codes().stream())
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** The same for <i>Hoà</i> and <i>Hòa</i>, which are one word. */
    private static String letters(String text) {
        var letters = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
