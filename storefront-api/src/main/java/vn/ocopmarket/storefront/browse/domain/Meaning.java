package vn.ocopmarket.storefront.browse.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about some words.
 *
 * @param others words that say the same, by those who say it otherwise
 * @param groups codes of groups that they name in everyday words
 * @param places names under which their place is kept
 * @param isExtra whether they praise or ask, and need not be found
 */
public record Meaning(List<Other> others, List<String> groups, List<String> places, boolean isExtra) {

    public Meaning {
        others = List.copyOf(others);
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }

    /**
     * Words that say the same.
     *
     * @param said the spelling, with its accents, of what they stand for
     */
    public record Other(String said, String words) {}

    Meaning and(@Nullable Meaning more) {
        return more == null
                ? this
                : new Meaning(
                        Lists.both(others, more.others),
                        Lists.both(groups, more.groups),
                        Lists.both(places, more.places),
                        isExtra || more.isExtra);
    }
}
