package vn.ocopmarket.catalog.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

class JudgementTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final String URL = "https://shop.vn/t/1";

    private static Judgement first(Finding found) {
        return Judgement.of("p1", URL, null, 0, found, NOW);
    }

    private static Judgement next(Judgement before, Finding found, Instant now) {
        return Judgement.of("p1", URL, before.answer(), before.failures(), found, now);
    }

    @Test
    void worksWhenThereIsSomethingToRead() {
        assertThat(first(Finding.answered(200, true)).answer().state()).isEqualTo(State.WORKING);
    }

    @Test
    void isBrokenAtOnceWhenThePageIsGone() {
        assertThat(first(Finding.answered(404, false)).answer().state()).isEqualTo(State.BROKEN);
        assertThat(first(Finding.answered(410, true)).answer().state()).isEqualTo(State.BROKEN);
    }

    @Test
    void isNotJudgedWhenTheSiteWantsNoPrograms() {
        var judged = first(Finding.answered(403, true));
        for (int i = 0; i < 10; i++) {
            judged = next(judged, Finding.answered(429, true), NOW.plusSeconds(i));
        }
        assertThat(judged.answer().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void isBrokenOnlyWhenItFailsForTheThirdTime() {
        var down = Finding.failed(Fault.TOO_SLOW);
        var states = new ArrayList<State>();
        var judged = first(down);
        states.add(judged.answer().state());
        for (int i = 0; i < 2; i++) {
            judged = next(judged, down, NOW.plusSeconds(i));
            states.add(judged.answer().state());
        }
        assertThat(states).containsExactly(State.UNKNOWN, State.UNKNOWN, State.BROKEN);
        assertThat(next(judged, Finding.answered(200, true), NOW).failures()).isZero();
    }

    @Test
    void keepsSinceWhenItIsSo() {
        var before = first(Finding.answered(200, true));
        var later = NOW.plus(Duration.ofDays(1));

        assertThat(next(before, Finding.answered(200, true), later).answer().since())
                .isEqualTo(NOW);
        assertThat(next(before, Finding.answered(404, true), later).answer().since())
                .isEqualTo(later);
    }

    @Test
    void asksLessOftenTheLongerItFails() {
        var down = Finding.failed(Fault.UNREACHABLE);
        var judged = first(down);
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 12; i++) {
            pauses.add(Duration.between(NOW, judged.due()));
            judged = next(judged, down, NOW);
        }
        assertThat(pauses).isSorted();
        assertThat(pauses.getFirst()).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(pauses.getLast()).isBetween(Duration.ofDays(7), Duration.ofHours(185));
    }

    @Test
    void spreadsLinksThatWereAskedTogether() {
        var dues = IntStream.range(0, 200)
                .mapToObj(i -> Judgement.of("product-" + i, URL, null, 0, Finding.answered(200, true), NOW)
                        .due())
                .distinct()
                .count();
        assertThat(dues).isGreaterThan(100);
    }
}
