package vn.ocopmarket.contract.feed;

import java.util.List;

/**
 * A piece of the log.
 *
 * @param items in order of their numbers; empty when nothing came within the wait
 * @param next ask with this as {@code after}
 * @param oldest the smallest number still kept; a reader that is behind it reads everything again
 */
public record ChangePage(List<Change> items, long next, long oldest) {

    public ChangePage {
        items = List.copyOf(items);
    }
}
