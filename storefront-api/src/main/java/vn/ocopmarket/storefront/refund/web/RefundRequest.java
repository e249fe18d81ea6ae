package vn.ocopmarket.storefront.refund.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.refund.RefundingOrder;

/**
 * What a member of staff gives back.
 *
 * @param lines none for all of the order
 * @param delivery whether the fee of the delivery goes back too
 * @param refundedBefore what had gone back when it was looked at, so that two who press at once give it once
 */
record RefundRequest(
        @Nullable @Valid @Size(max = 200) List<LineRequest> lines,
        boolean delivery,
        @NotNull Money refundedBefore,
        @NotBlank @Size(max = 500) String reason) {

    record LineRequest(
            @NotBlank String sku, @Positive @Max(1_000_000) long quantity) {}

    List<Item> wanted() {
        var goods = (lines == null ? List.<LineRequest>of() : lines)
                .stream()
                        .map(line -> new Item(line.sku(), line.quantity(), Money.ZERO))
                        .toList();
        if (!delivery) {
            return goods;
        }
        var fee = new Item(RefundingOrder.DELIVERY, 1, Money.ZERO);
        return Stream.concat(goods.stream(), Stream.of(fee)).toList();
    }
}
