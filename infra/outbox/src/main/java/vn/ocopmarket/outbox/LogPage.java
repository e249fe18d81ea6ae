package vn.ocopmarket.outbox;

import java.util.List;
import vn.ocopmarket.contract.feed.ChangePage;

/**
 * A piece of the log.
 *
 * @param entries in order of their numbers, without gaps before any filter by type
 * @param next ask with this as {@code after}
 * @param oldest the smallest number still kept; a reader that is behind it reads everything again
 */
public record LogPage(List<LogEntry> entries, long next, long oldest) {

    public LogPage {
        entries = List.copyOf(entries);
    }

    /** The page as other services read it. */
    public ChangePage toChangePage() {
        return new ChangePage(entries.stream().map(LogEntry::toChange).toList(), next, oldest);
    }
}
