package vn.ocopmarket.storefront.stockcount.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One lot with every look that was taken at it, oldest first; the last one counts. */
public record CountLine(CountedLot what, List<Look> looks) {

    public CountLine {
        looks = List.copyOf(looks);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("A line was looked at once at least");
        }
    }

    /**
     * What somebody found.
     *
     * @param id of the request that said so; the same again changes nothing
     * @param expected what the books said at that moment; who counts is not told
     */
    public record Look(String id, long counted, long expected, String by, Instant at) {

        public long difference() {
            return counted - expected;
        }
    }

    public String sku() {
        return what.sku();
    }

    public @Nullable String lot() {
        return what.lot();
    }

    public String key() {
        return what.key();
    }

    public Look last() {
        return looks.getLast();
    }

    /** By how much the shelf differed from the books at the last look; what was sold since changed both alike. */
    public long difference() {
        return last().difference();
    }

    /** A large difference is believed when two looks in a row found it. */
    public boolean isSettled(Tolerance tolerance) {
        if (tolerance.covers(last())) {
            return true;
        }
        var size = looks.size();
        return size > 1 && looks.get(size - 2).difference() == last().difference();
    }
}
