package vn.ocopmarket.storefront.refund.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.ReturningMoney.Return;
import vn.ocopmarket.storefront.payment.ReturningMoney.Returns;

/** What went back of an order. */
record RefundView(String orderId, Money paid, Money refunded, Money refundable, List<OneRefund> refunds) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneRefund(
            String id,
            Money amount,
            String reason,
            String state,
            List<Line> lines,
            @Nullable String number) {}

    record Line(String item, long quantity, Money amount) {}

    static RefundView of(Returns returns) {
        return new RefundView(
                returns.orderId(),
                returns.received(),
                returns.back(),
                returns.refundable(),
                returns.returns().stream().map(RefundView::one).toList());
    }

    private static OneRefund one(Return refund) {
        return new OneRefund(
                refund.id(),
                refund.amount(),
                refund.reason(),
                refund.state(),
                refund.items().stream()
                        .map(item -> new Line(item.name(), item.units(), item.paid()))
                        .toList(),
                refund.number());
    }
}
