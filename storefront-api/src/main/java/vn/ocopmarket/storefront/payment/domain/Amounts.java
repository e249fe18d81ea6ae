package vn.ocopmarket.storefront.payment.domain;

import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;

/** What the book of a payment says about its price: what is owed, what came for it, and whether that is right. */
final class Amounts {

    private Amounts() {}

    static Money owed(Payment payment) {
        var price = payment.terms().amount();
        var here = payment.book()
                .left(Source.transfers(payment.terms().orderNumber()).intentId());
        return here.compareTo(price) >= 0 ? Money.ZERO : price.minus(here);
    }

    static Money received(Payment payment) {
        if (!(payment.state() instanceof Paid paid)) {
            return Money.ZERO;
        }
        var price = payment.terms().amount();
        var came = payment.book().paid(paid.intentId());
        var isCard = payment.book()
                .source(paid.intentId())
                .filter(source -> source.channel() == Channel.CARD)
                .isPresent();
        return isCard || came.compareTo(price) < 0 ? came : price;
    }

    static boolean isSound(Payment payment) {
        var book = payment.book();
        return switch (payment.state()) {
            case Starting _, Open _, Transfer _ -> true;
            case Ended _ -> payment.isSwitched() || book.nothingLeftBut(null);
            case Paid(var _, var intent, var _) ->
                book.nothingLeftBut(intent)
                        && book.left(intent)
                                .plus(book.wanted(intent))
                                .plus(book.contested(intent))
                                .equals(received(payment));
        };
    }
}
