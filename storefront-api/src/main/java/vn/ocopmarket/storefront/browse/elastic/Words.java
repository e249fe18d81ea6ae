package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.domain.Unit;
import vn.ocopmarket.storefront.browse.domain.Wordings;

/** A way of turning typed words into a query: from the strict one to those for when it finds nothing or too little. */
@FunctionalInterface
interface Words {

    /** So far ahead that nothing related comes before what was asked for. */
    int ASKED_FOR = 1_000;

    /** What hits say that have all of the words, where others may be among them. */
    String AS_ASKED = "asked";

    Map<String, Object> query(String q);

    /** Every word, or one that says the same, in name, producer, place or group; praise only raises. */
    static Words strict(Wordings wordings, Phrasing phrasing) {
        return q -> {
            var wanted = wordings.read(q);
            var must = new ArrayList<Map<String, Object>>();
            var plain = wanted.core().stream()
                    .filter(unit -> unit.meaning() == null)
                    .map(Unit::text)
                    .toList();
            if (!plain.isEmpty()) {
                var _ = must.add(phrasing.everyWord(String.join(" ", plain)));
            }
            wanted.core().stream()
                    .filter(unit -> unit.meaning() != null)
                    .map(phrasing::anyway)
                    .forEach(must::add);
            var should = new ArrayList<>(phrasing.nearer(wanted.text()));
            var _ = should.add(phrasing.beginning(wanted.core()));
            if (!wanted.extras().isEmpty()) {
                var _ = should.add(phrasing.praise(wanted.extra()));
            }
            return Map.of("bool", Map.of("must", must, "should", should));
        };
    }

    /** What the strict way finds, then what is of the same kind. */
    static Words related(Wordings wordings, Phrasing phrasing) {
        var strict = strict(wordings, phrasing);
        return q -> {
            var wanted = wordings.read(q);
            var asked = strict.query(q);
            var should = new ArrayList<>(phrasing.nearer(wanted.text()));
            var _ = should.add(phrasing.beginning(wanted.core()));
            should.addAll(phrasing.neighbours(wanted));
            wanted.core().stream().skip(1).map(phrasing::anyway).forEach(should::add);
            Map<String, Object> alike = Map.of(
                    "bool", Map.of("must", phrasing.ofTheKind(wanted.core().getFirst()), "should", should));
            return Clauses.any(List.of(asked, alike, Clauses.named(AS_ASKED, asked, ASKED_FOR)));
        };
    }

    /**
     * Every word but one as it is, and that one with a slip of the finger or, the last, not yet finished; accents count for
     * nothing, so that the same is guessed without them.
     */
    static Words withOneSlip(Wordings wordings, Phrasing phrasing) {
        return q -> {
            var core = wordings.read(VietnameseText.fold(q)).core();
            var ways = new ArrayList<Map<String, Object>>();
            for (var at = 0; at < core.size(); at++) {
                if (core.get(at).meaning() == null && core.get(at).folded().length() > 1) {
                    var _ = ways.add(phrasing.slipAt(core, at));
                }
            }
            return ways.isEmpty() ? Map.of("match_none", Map.of()) : Map.of("dis_max", Map.of("queries", ways));
        };
    }

    /** Any of the words, the more and the nearer together the better. */
    static Words loose(Wordings wordings, Phrasing phrasing) {
        return q -> {
            var wanted = wordings.read(q);
            var should = Stream.of(
                            phrasing.neighbours(wanted),
                            List.of(
                                    phrasing.beginning(wanted.core()),
                                    Clauses.match("name.exact", q, Map.of()),
                                    phrasing.inStory(q)))
                    .flatMap(List::stream)
                    .toList();
            var any = wanted.core().stream().map(phrasing::anyway).toList();
            return Map.of("bool", Map.of("must", Clauses.any(any), "should", should));
        };
    }
}
