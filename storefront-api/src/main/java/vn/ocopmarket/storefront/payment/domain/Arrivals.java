package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.CardSession.Status;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Receipt.Fit;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;

/** What money that comes does to a payment: it pays the order, waits for more, or goes back. */
final class Arrivals {

    private Arrivals() {}

    static Payment seen(Payment payment, CardSession session, Instant now) {
        var intentId = session.intentId();
        if (session.paid() && intentId != null) {
            var fit = fit(payment, true, false);
            var receipt = new Receipt(intentId, Source.card(intentId), session.amount(), now, fit);
            return received(payment, session.id(), receipt);
        }
        var isMine = payment.state() instanceof Open open && open.sessionId().equals(session.id());
        return isMine && session.status() == Status.EXPIRED
                ? payment.ended(Payment.EXPIRED, News.FAILED, now)
                : payment;
    }

    static Payment transferred(Payment payment, String noticeId, Money amount, Instant now) {
        var price = payment.terms().amount();
        var source = Source.transfers(payment.terms().orderNumber());
        var here = payment.book().left(source.intentId()).plus(amount);
        var fit = fit(payment, here.compareTo(price) >= 0, here.compareTo(price) > 0);
        var session = payment.openSession().orElse(source.intentId());
        return received(payment, session, new Receipt(noticeId, source, amount, now, fit));
    }

    private static Fit fit(Payment payment, boolean enough, boolean over) {
        return switch (payment.state()) {
            case Paid _ -> Fit.DOUBLE;
            case Ended _ when !payment.isSwitched() -> enough ? Fit.LATE : Fit.LATE_SHORT;
            case Ended _, Starting _, Open _, Transfer _ -> over ? Fit.OVER : enough ? Fit.EXACT : Fit.SHORT;
        };
    }

    private static Payment received(Payment payment, String sessionId, Receipt receipt) {
        if (payment.book().knows(receipt.id())) {
            return payment;
        }
        var now = payment.book().with(receipt);
        return switch (receipt.fit()) {
            case DOUBLE -> payment.with(now.giveBack(receipt, receipt.amount(), "double"));
            case LATE_SHORT -> payment.with(now.giveBack(receipt, receipt.amount(), "short"));
            case SHORT -> payment.with(now).telling(News.SHORT);
            case EXACT, OVER, LATE -> {
                var over = receipt.source().channel() == Channel.CARD
                        ? Money.ZERO
                        : now.left(receipt.intentId()).minus(payment.terms().amount());
                var enough = now.giveBack(receipt, over, "over").giveBackAllBut(receipt.intentId(), Payment.UNUSED);
                var paid = new Paid(sessionId, receipt.intentId(), receipt.at());
                yield payment.to(paid, News.PAID).with(enough);
            }
        };
    }
}
