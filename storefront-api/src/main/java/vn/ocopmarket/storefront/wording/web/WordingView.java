package vn.ocopmarket.storefront.wording.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.wording.domain.Wording;

/**
 * A group of words as programs see it.
 *
 * @param kind {@code same} for words that say the same; what came with the market may have others
 * @param meant what the words of other kinds stand for
 * @param shipped whether it came with the market, and can only be switched
 */
record WordingView(
        String id,
        String state,
        String kind,
        List<String> words,
        List<String> meant,
        @Nullable String region,
        @Nullable String trade,
        @Nullable String note,
        boolean shipped,
        List<DeedView> deeds) {

    /** Who did what, and when. */
    record DeedView(String act, String by, Instant at) {}

    /** All that were asked for. */
    record Page(List<WordingView> items, @Nullable String next) {}

    static WordingView of(Wording wording) {
        var group = wording.group();
        var shipped = wording.shipped();
        return new WordingView(
                wording.id(),
                wording.state().name(),
                shipped == null ? "same" : shipped.kind(),
                group.words(),
                shipped == null ? List.of() : shipped.meant(),
                saying(group.region()),
                saying(group.trade()),
                saying(shipped == null ? group.note() : shipped.why()),
                wording.isShipped(),
                wording.deeds().stream()
                        .map(deed -> new DeedView(deed.act().name(), deed.by(), deed.at()))
                        .toList());
    }

    private static @Nullable String saying(String text) {
        return text.isEmpty() ? null : text;
    }
}
