package vn.ocopmarket.storefront.browse.domain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * What somebody looks for.
 *
 * @param core what must be found, in order; never empty
 * @param extras what need not be
 */
public record Wanted(List<Unit> core, List<Unit> extras) {

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Wanted {
        core = List.copyOf(core);
        extras = List.copyOf(extras);
    }

    /** Praise alone is all that is wanted. */
    static Wanted of(List<Unit> units) {
        var core = units.stream().filter(unit -> !unit.isExtra()).toList();
        return core.isEmpty()
                ? new Wanted(
                        units.stream().map(unit -> Unit.of(unit.text(), null)).toList(), List.of())
                : new Wanted(core, units.stream().filter(Unit::isExtra).toList());
    }

    /** What must be found, as typed. */
    public String text() {
        return text(core);
    }

    /** What need not be found, as typed; may be empty. */
    public String extra() {
        return text(extras);
    }

    /** Whether several syllables are known to belong together. */
    public boolean isKnownTogether() {
        return core.stream().anyMatch(unit -> unit.folded().indexOf(' ') > 0);
    }

    /** Whether one text has all that must be found, each as typed or said otherwise, wherever in it. */
    public boolean standsIn(String text) {
        var words = " " + NOT_WORDS.matcher(VietnameseText.fold(text)).replaceAll(" ") + " ";
        return core.stream().allMatch(unit -> unit.spellings().anyMatch(one -> words.contains(" " + one + " ")));
    }

    private static String text(List<Unit> units) {
        return units.stream().map(Unit::text).collect(Collectors.joining(" "));
    }
}
