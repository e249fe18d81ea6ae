package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.LocalDate;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.cart.JudgedLine;

/** Says what a checkout would cost before anybody orders, and what it would ask of the buyer. */
public final class QuotingCheckout {

    private final Pricing pricing;
    private final Clock clock;

    QuotingCheckout(Pricing pricing, Clock clock) {
        this.pricing = pricing;
        this.clock = clock;
    }

    /** What sending goods of that worth to a province costs today, tax included. */
    public Money shipping(String provinceCode, Money goods) {
        return Money.dong(pricing.shippingFees().on(LocalDate.now(clock), provinceCode, goods.amount()));
    }

    /** Whether something in the cart may be sold to adults only, and never for cash. */
    public boolean hasAlcohol(JudgedCart cart) {
        return cart.lines().stream().filter(JudgedLine::purchasable).anyMatch(DraftingOrder::isAlcohol);
    }
}
