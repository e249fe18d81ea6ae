package vn.ocopmarket.storefront.wording.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * A group of words with what became of it. Only one that is published counts in searches.
 *
 * @param version 0 before it is kept for the first time
 * @param shipped what came with the market, which can be switched off and on but not changed; null when an officer wrote it
 * @param deeds oldest first, the latest hundred
 */
public record Wording(
        String id,
        long version,
        WordGroup group,
        State state,
        @Nullable Shipped shipped,
        List<Deed> deeds) {

    private static final int KEPT_DEEDS = 100;
    private static final String SHIPPED = "shipped-";

    public Wording {
        deeds = List.copyOf(deeds);
    }

    /** Where it stands. */
    public enum State {
        DRAFT,
        PUBLISHED,
        TAKEN_BACK
    }

    /** What somebody did with it. */
    public enum Act {
        ADDED,
        CHANGED,
        PUBLISHED,
        TAKEN_BACK
    }

    /** Who did it, and when. */
    public record Deed(Act act, String by, Instant at) {}

    /**
     * Comes with the market.
     *
     * @param kind what it does: {@code same}, {@code means}, {@code place}, {@code extra} or {@code word}
     * @param meant what its words stand for; may be empty
     * @param why it is there
     */
    public record Shipped(String key, String kind, List<String> meant, String why) {

        public Shipped {
            meant = List.copyOf(meant);
        }
    }

    public static Wording draft(String id, WordGroup group, String by, Instant at) {
        return new Wording(id, 1, group, State.DRAFT, null, List.of(new Deed(Act.ADDED, by, at)));
    }

    /** As it came, before anybody touched it. */
    public static Wording shipped(Shipped shipped, List<String> words) {
        return new Wording(
                SHIPPED + shipped.key(), 0, new WordGroup(words, "", "", ""), State.PUBLISHED, shipped, List.of());
    }

    /** The same with what was done since. */
    public Wording touched(long version, State state, List<Deed> deeds) {
        return new Wording(id, version, group, state, shipped, deeds);
    }

    public boolean isShipped() {
        return shipped != null;
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** What counts is not changed under the hands of those who search. */
    public boolean mayChange() {
        return !isShipped() && !isPublished();
    }

    public Wording changed(WordGroup to, String by, Instant at) {
        return new Wording(id, version + 1, to, state, shipped, and(new Deed(Act.CHANGED, by, at)));
    }

    public Wording published(String by, Instant at) {
        return touched(version + 1, State.PUBLISHED, and(new Deed(Act.PUBLISHED, by, at)));
    }

    public Wording takenBack(String by, Instant at) {
        return touched(version + 1, State.TAKEN_BACK, and(new Deed(Act.TAKEN_BACK, by, at)));
    }

    private List<Deed> and(Deed deed) {
        var all = new ArrayList<>(deeds);
        var _ = all.add(deed);
        return all.subList(Math.max(0, all.size() - KEPT_DEEDS), all.size());
    }

    /** Whether it has the text, with accents or without, in its words or in what is written beside them. */
    public boolean has(String text) {
        var wanted = VietnameseText.fold(text);
        var beside = Stream.of(group.region(), group.trade(), group.note());
        var meant = shipped == null ? Stream.<String>empty() : shipped.meant().stream();
        return Stream.of(group.words().stream(), beside, meant)
                .flatMap(words -> words)
                .anyMatch(words -> VietnameseText.fold(words).contains(wanted));
    }
}
