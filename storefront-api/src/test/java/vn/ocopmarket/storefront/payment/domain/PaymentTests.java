package vn.ocopmarket.storefront.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.CardSession.Status;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Kind;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;

class PaymentTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Money PRICE = Money.dong(250_000);
    private static final Money CONTESTED = Money.dong(100_000);
    private static final PaymentTerms TERMS =
            new PaymentTerms("o1", "N1", PRICE, null, "http://s", "http://c", NOW.plusSeconds(900), Locale.of("vi"));

    @Test
    void hasThisTransitionTable() {
        assertThat(Kind.STARTING.next()).containsExactlyInAnyOrder(Kind.STARTING, Kind.OPEN, Kind.PAID, Kind.ENDED);
        assertThat(Kind.OPEN.next()).isEqualTo(Set.of(Kind.PAID, Kind.ENDED));
        assertThat(Kind.TRANSFER.next()).isEqualTo(Set.of(Kind.PAID, Kind.ENDED));
        assertThat(Kind.ENDED.next()).isEqualTo(Set.of(Kind.PAID, Kind.STARTING, Kind.TRANSFER));
        assertThat(Kind.PAID.next()).isEmpty();
    }

    /** No method leaves the table, whatever the state it is called in. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void neverLeavesItsTable(Kind kind) {
        var payment = in(kind);
        var after = List.of(
                payment.opened(new Open("s2", "u")),
                payment.attempted(new Starting(2, "k2", NOW)),
                payment.ended("why", News.FAILED, NOW),
                payment.switched(NOW),
                payment.begunAgain(new Transfer("N102")),
                payment.transferred("n1", PRICE, NOW),
                payment.transferred("n1", Money.dong(1), NOW),
                payment.seen(session("s1", Status.COMPLETE, "pi_9"), NOW),
                payment.seen(session("s1", Status.EXPIRED, null), NOW),
                payment.seen(session("s1", Status.OPEN, null), NOW));

        assertThat(after).allSatisfy(next -> {
            if (next.state().kind() != kind) {
                assertThat(kind.next()).contains(next.state().kind());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = "PAID", mode = EnumSource.Mode.EXCLUDE)
    void takesMoneyInAnyUnpaidState(Kind kind) {
        var paid = in(kind).seen(session("s1", Status.COMPLETE, "pi_1"), NOW);

        assertThat(paid.state()).isEqualTo(new Paid("s1", "pi_1", NOW));
        assertThat(paid.news()).isEqualTo(News.PAID);
        assertThat(paid.receipts()).hasSize(1);
        assertThat(paid.seen(session("s1", Status.COMPLETE, "pi_1"), NOW.plusSeconds(5)))
                .isEqualTo(paid);
    }

    @Test
    void givesASecondPaymentBack() {
        var twice = in(Kind.PAID).seen(session("s2", Status.COMPLETE, "pi_2"), NOW);

        assertThat(twice.receipts()).hasSize(2);
        assertThat(twice.state()).isEqualTo(in(Kind.PAID).state());
        assertThat(twice.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.intentId()).isEqualTo("pi_2");
            assertThat(refund.amount()).isEqualTo(PRICE);
        });
        assertThat(twice.refunding("r1", PRICE, "why")).isPresent();
    }

    @Test
    void setsNoMoreAsideThanWasPaid() {
        var paid = in(Kind.PAID);
        var some = paid.refunding("r1", Money.dong(100_000), "why").orElseThrow();

        assertThat(some.refunding("r1", Money.dong(100_000), "why")).contains(some);
        assertThat(some.refunding("r2", Money.dong(150_001), "why")).isEmpty();
        assertThat(some.refunding("r2", Money.dong(150_000), "why")).isPresent();
        assertThat(some.refunding("r3", Money.ZERO, "why")).isEmpty();
        assertThat(in(Kind.OPEN).refunding("r1", Money.dong(1), "why")).isEmpty();
        var failed = some.refundSeen("r1", Refund.State.FAILED, "re_1");
        assertThat(failed.refunding("r2", PRICE, "why")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Refund.State.class,
            names = {"FAILED", "REFUSED"})
    void leavesToPeopleWhatTheProviderDidNotGiveBack(Refund.State said) {
        var reserved = in(Kind.PAID).refunding("r1", PRICE, "why").orElseThrow();

        var byHand = reserved.refundSeen("r1", Refund.State.PENDING, "re_1").refundSeen("r1", said, null);
        assertThat(byHand.find("r1").orElseThrow().state()).isEqualTo(Refund.State.BY_HAND);
        assertThat(byHand.find("r1").orElseThrow().trail().providerId()).isEqualTo("re_1");
        assertThat(byHand.refundSeen("r1", said, "re_1")).isEqualTo(byHand);

        var sent = byHand.refundSent("r1", "FT1", "clerk");
        assertThat(sent.find("r1").orElseThrow().orderMustKnow()).isTrue();
        assertThat(sent.refundSeen("r1", said, "re_1")).isEqualTo(sent);
        assertThat(sent.isSound()).isTrue();
    }

    @Test
    void takesAClerksOwnWordForNoneOfItsReasons() {
        var asked = in(Kind.PAID).refunding("r1", List.of(new Refund.Part("S", 1, PRICE)), "double", "clerk");

        assertThat(asked.orElseThrow().isSound()).isTrue();
    }

    @Test
    void givesBackWhatABankHasWhenItLetsGo() {
        var some = in(Kind.PAID).disputed(dispute(Dispute.State.NEEDS_RESPONSE));

        var first = Remainder.goingBack(some, "o1:cancelled", "why");
        assertThat(Remainder.isContested(first)).isTrue();
        assertThat(first.refunds()).extracting(Refund::amount).containsExactly(Money.dong(150_000));
        assertThat(Remainder.goingBack(first, "o1:cancelled", "why")).isEqualTo(first);

        var won =
                first.refundSeen("o1:cancelled", Refund.State.SUCCEEDED, "re_1").disputed(dispute(Dispute.State.WON));
        var second = Remainder.goingBack(won, "o1:cancelled", "why");
        assertThat(Remainder.isContested(second)).isFalse();
        assertThat(Remainder.isUnderWay(second, "o1:cancelled")).isTrue();
        assertThat(second.refunds()).extracting(Refund::amount).containsExactly(Money.dong(150_000), CONTESTED);
        assertThat(second.refunds()).extracting(Refund::id).allMatch(id -> id.startsWith("o1:cancelled"));
        assertThat(Remainder.goingBack(second, "o1:cancelled", "why")).isEqualTo(second);
    }

    @Test
    void hasNothingToGiveBackOfWhatABankTook() {
        var lost = in(Kind.PAID).disputed(dispute(Dispute.State.LOST));

        var back = Remainder.goingBack(lost, "o1:cancelled", "why")
                .refundSeen("o1:cancelled", Refund.State.SUCCEEDED, "re_1");
        assertThat(back.refunds()).extracting(Refund::amount).containsExactly(Money.dong(150_000));
        assertThat(Remainder.isContested(back)).isFalse();
        assertThat(Remainder.isUnderWay(back, "o1:cancelled")).isFalse();
    }

    @Test
    void keepsTheMoneyWhileABankOnlyAsks() {
        var asked = in(Kind.PAID).disputed(dispute(Dispute.State.INQUIRY));

        assertThat(asked.refundable()).isEqualTo(PRICE);
        assertThat(Remainder.isContested(asked)).isFalse();
        assertThat(asked.isSound()).isTrue();
    }

    private static Dispute dispute(Dispute.State state) {
        return new Dispute("du_1", "pi_1", CONTESTED, "general", state, null);
    }

    @Test
    void tellsOfARefundOnce() {
        var reserved = in(Kind.PAID).refunding("r1", PRICE, "why").orElseThrow();
        assertThat(reserved.isSettled()).isFalse();

        var back = reserved.refundSeen("r1", Refund.State.SUCCEEDED, "re_1");
        assertThat(back.find("r1").orElseThrow().orderMustKnow()).isTrue();

        var told = back.refundTold("r1");
        assertThat(told.refundSeen("r1", Refund.State.SUCCEEDED, "re_1")).isEqualTo(told);
        assertThat(told.isSettled()).isTrue();
    }

    @Test
    void waitsLongerAfterEveryFailure() {
        var schedule = new Schedule(NOW, 0);
        long last = 0;
        for (int failure = 0; failure < 12; failure++) {
            schedule = schedule.afterFailure(NOW);
            var dueAt = Objects.requireNonNull(schedule.dueAt());
            var wait = dueAt.getEpochSecond() - NOW.getEpochSecond();
            assertThat(wait).isBetween(last, 600L);
            last = wait;
        }
    }

    private static Payment in(Kind kind) {
        var begun = Payment.begin(TERMS, new Starting(1, "k1", NOW));
        return switch (kind) {
            case STARTING -> begun;
            case OPEN -> begun.opened(new Open("s1", "u"));
            case TRANSFER -> Payment.begin(TERMS, new Transfer("N101"));
            case PAID -> begun.seen(session("s1", Status.COMPLETE, "pi_1"), NOW).told(News.PAID);
            case ENDED -> begun.ended("why", null, NOW);
        };
    }

    private static CardSession session(String id, Status status, @Nullable String intentId) {
        return new CardSession(id, "o1", status, intentId != null, intentId, PRICE, null, NOW);
    }

    @Test
    void endsOnlyByItsOwnSession() {
        var open = in(Kind.OPEN);

        assertThat(open.seen(session("other", Status.EXPIRED, null), NOW)).isEqualTo(open);
        assertThat(open.seen(session("s1", Status.EXPIRED, null), NOW).state()).isEqualTo(new Ended("expired", NOW));
    }
}
