package vn.ocopmarket.catalog.stamp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.stamp.domain.Change.Clash;
import vn.ocopmarket.catalog.stamp.domain.Change.Made;
import vn.ocopmarket.catalog.stamp.domain.Change.Why;
import vn.ocopmarket.catalog.stamp.domain.Standing.State;

class BatchTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Batch PRINTED = new Batch(
            "b",
            1,
            "42",
            new Imprint("HT26-", 4),
            new Span(101, 200),
            new Printing("Văn phòng Điều phối NTM tỉnh", "12/QĐ-VPĐP", "", DAY),
            List.of(),
            List.of());

    private static StampRange range(String id, long first, long last) {
        return new StampRange(
                id, new Span(first, last), new Holder("p-" + id, "Dừa " + id, "c", "HTX", "1"), DAY, "o", List.of());
    }

    private static StampNote note(Fate fate, long first, long last, @Nullable String lot) {
        return new StampNote(new Span(first, last), fate, lot, fate == Fate.USED ? "" : "vì", DAY);
    }

    private static Batch made(Change change) {
        assertThat(change).isInstanceOf(Made.class);
        return ((Made) change).batch();
    }

    private static State state(Batch batch, long number) {
        return batch.standing(batch.imprint().stamp(number)).orElseThrow().state();
    }

    @Test
    void givesWhatIsOnHandOnce() {
        var given = made(PRINTED.give(range("a", 101, 150)));

        assertThat(given.give(range("b", 150, 160))).isEqualTo(new Clash(Why.GIVEN, new Span(150, 150), "Dừa a"));
        assertThat(made(given.give(range("a", 101, 150)))).isSameAs(given);
        assertThat(given.give(range("a", 151, 152))).isEqualTo(new Clash(Why.SENT, new Span(101, 150), "Dừa a"));
        assertThat(made(given.give(range("b", 151, 200))).counts()).isEqualTo(new Counts(100, 100, 100, 0, 0, 0, 0, 0));
        assertThat(PRINTED.give(range("b", 100, 101))).isEqualTo(new Clash(Why.OUTSIDE, new Span(101, 200), ""));
    }

    @Test
    void givesAgainWhatWasTakenBack() {
        var range = range("a", 101, 150);
        var given = made(PRINTED.give(range));
        var back = made(given.takeBack(range, new Span(111, 120)));

        assertThat(state(back, 110)).isEqualTo(State.GIVEN);
        assertThat(state(back, 111)).isEqualTo(State.NOT_GIVEN);
        var held = back.range("a").orElseThrow();
        assertThat(held.held()).containsExactly(new Span(101, 110), new Span(121, 150));
        assertThat(made(back.takeBack(held, new Span(111, 120)))).isSameAs(back);
        assertThat(back.takeBack(held, new Span(105, 125))).isEqualTo(new Clash(Why.NOT_GIVEN, new Span(111, 120), ""));
        var again = made(back.give(range("b", 111, 115)));
        var now = again.standing(again.imprint().stamp(112)).orElseThrow();
        assertThat(now.range()).isEqualTo(range("b", 111, 115));
        assertThat(again.counts().given()).isEqualTo(45);
    }

    @Test
    void takesNothingBackOfWhichSomethingIsKnown() {
        var range = range("a", 101, 150);
        var used = made(made(PRINTED.give(range)).note(note(Fate.USED, 101, 120, "L1")));

        assertThat(used.takeBack(range, new Span(115, 130)))
                .isEqualTo(new Clash(Why.NOTED, new Span(115, 120), "USED"));
        assertThat(used.takeBack(range, new Span(121, 130))).isInstanceOf(Made.class);
    }

    @Test
    void notesOnlyWhatCanBecomeOfAStamp() {
        var given = made(PRINTED.give(range("a", 101, 110)));

        assertThat(given.note(note(Fate.USED, 109, 112, null)))
                .isEqualTo(new Clash(Why.NOT_GIVEN, new Span(111, 112), ""));
        var lost = made(given.note(note(Fate.LOST, 109, 112, null)));
        assertThat(lost.counts()).isEqualTo(new Counts(100, 10, 8, 0, 4, 0, 0, 88));
        assertThat(lost.note(note(Fate.USED, 109, 109, null)))
                .isEqualTo(new Clash(Why.NOTED, new Span(109, 109), "LOST"));
        assertThat(made(lost.note(note(Fate.LOST, 110, 111, null)))).isSameAs(lost);
        assertThat(lost.give(range("b", 111, 120))).isEqualTo(new Clash(Why.NOTED, new Span(111, 112), "LOST"));
        var found = made(lost.note(note(Fate.DESTROYED, 110, 110, null)));
        assertThat(state(found, 110)).isEqualTo(State.DESTROYED);
        assertThat(state(found, 109)).isEqualTo(State.LOST);
        assertThat(state(found, 111)).isEqualTo(State.LOST);
        assertThat(found.note(note(Fate.VOID, 110, 110, null)))
                .isEqualTo(new Clash(Why.NOTED, new Span(110, 110), "DESTROYED"));
    }

    @Test
    void takesNotesBack() {
        var used = made(made(PRINTED.give(range("a", 101, 110))).note(note(Fate.USED, 101, 110, "L1")));

        assertThat(used.correct(new Span(110, 111))).isEqualTo(new Clash(Why.NOT_NOTED, new Span(111, 111), ""));
        var corrected = made(used.correct(new Span(103, 104)));
        assertThat(state(corrected, 103)).isEqualTo(State.GIVEN);
        assertThat(corrected.counts().used()).isEqualTo(8);
        assertThat(made(corrected.note(note(Fate.USED, 103, 104, "L1"))).notes())
                .hasSize(1);
        assertThat(made(corrected.note(note(Fate.USED, 103, 104, "L2"))).notes())
                .extracting(StampNote::lot)
                .containsExactly("L1", "L2", "L1");
    }

    @Test
    void aNoteThatIsTakenBackLeavesWhatWasKnownBefore() {
        var used = made(made(PRINTED.give(range("a", 101, 110))).note(note(Fate.USED, 101, 110, "L1")));
        var destroyed = made(used.note(note(Fate.DESTROYED, 108, 112, null)));
        assertThat(destroyed.counts()).isEqualTo(new Counts(100, 10, 0, 7, 0, 5, 0, 88));

        assertThat(made(made(destroyed.correct(new Span(108, 109))).correct(new Span(110, 112)))
                        .notes())
                .isEqualTo(used.notes());
        var voided = made(made(used.note(note(Fate.VOID, 101, 105, null))).note(note(Fate.VOID, 106, 110, null)));
        assertThat(voided.notes()).hasSize(1);
        assertThat(made(voided.correct(new Span(101, 110))).notes()).isEqualTo(used.notes());
        var lost = made(PRINTED.note(note(Fate.LOST, 150, 150, null)));
        var corrected = made(made(lost.note(note(Fate.VOID, 150, 150, null))).correct(new Span(150, 150)));
        assertThat(state(corrected, 150)).isEqualTo(State.LOST);
        assertThat(made(corrected.correct(new Span(150, 150))).notes()).isEmpty();
    }

    @Test
    void takesNoMoreThanADocumentHolds() {
        var wide = new Batch(
                "b", 1, "42", new Imprint("A", 6), new Span(0, 99_999), PRINTED.printing(), List.of(), List.of());
        for (int at = 0; at < Batch.MOST_RANGES; at++) {
            wide = made(wide.give(range("r" + at, at, at)));
        }
        assertThat(wide.give(range("more", 5_000, 5_001))).isInstanceOf(Clash.class);
    }

    @Test
    void isAlwaysOneThingForEveryStamp() {
        var random = new Random(26);
        for (int turn = 0; turn < 15; turn++) {
            var batch = PRINTED;
            for (int act = 0; act < 30; act++) {
                var change = any(batch, random, turn + "-" + act);
                if (change instanceof Made(var next)) {
                    batch = next;
                }
                isConsistent(batch);
            }
        }
    }

    private static Change any(Batch batch, Random random, String id) {
        var first = random.nextLong(95, 203);
        var span = new Span(first, first + random.nextLong(0, 20));
        return switch (random.nextInt(4)) {
            case 0 -> batch.give(range(id, span.first(), span.last()));
            case 1 ->
                batch.ranges().isEmpty()
                        ? batch.correct(span)
                        : batch.takeBack(
                                batch.ranges().get(random.nextInt(batch.ranges().size())), span);
            case 2 -> batch.note(note(Fate.values()[random.nextInt(4)], span.first(), span.last(), null));
            default -> batch.correct(span);
        };
    }

    private static void isConsistent(Batch batch) {
        var counts = batch.counts();
        assertThat(LongStream.rangeClosed(101, 200).filter(number -> isTwoThings(batch, number)))
                .isEmpty();
        assertThat(count(batch, State.GIVEN)).isEqualTo(counts.waiting());
        assertThat(count(batch, State.NOT_GIVEN)).isEqualTo(counts.left());
        assertThat(count(batch, State.USED)).isEqualTo(counts.used());
        assertThat(counts.waiting()
                        + counts.left()
                        + counts.used()
                        + counts.lost()
                        + counts.destroyed()
                        + counts.voided())
                .isEqualTo(counts.printed());
    }

    private static boolean isTwoThings(Batch batch, long number) {
        var held = batch.ranges().stream()
                .flatMap(range -> range.held().stream())
                .filter(span -> span.contains(number))
                .count();
        var noted = batch.notes().stream()
                .filter(note -> note.span().contains(number))
                .count();
        return held > 1 || noted > 1;
    }

    private static long count(Batch batch, State state) {
        return LongStream.rangeClosed(101, 200)
                .filter(number -> state(batch, number) == state)
                .count();
    }
}
