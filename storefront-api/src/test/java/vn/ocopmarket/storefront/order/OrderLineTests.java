package vn.ocopmarket.storefront.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.payment.domain.Allocation;
import vn.ocopmarket.storefront.payment.domain.Allocation.Bought;
import vn.ocopmarket.storefront.payment.domain.Allocation.Result;
import vn.ocopmarket.storefront.payment.domain.Allocation.Wanted;

class OrderLineTests {

    @Test
    void costsWithoutSomeUnitsWhatARefundOfTheseWouldLeave() {
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            long units = 1 + random.nextInt(20);
            long price = 1_000 + random.nextInt(100_000);
            var line = line(units, price, random.nextLong(units * price / 2 + 1));
            long first = random.nextLong(units + 1);
            var rest = line.without(first);

            assertThat(rest.quantity()).isEqualTo(units - first);
            assertThat(line.total().minus(rest.total()).amount()).isEqualTo(refund(line, first));
            assertThat(rest.price()).isEqualTo(Money.dong((units - first) * price));
            assertThat(rest.discount().amount().amount())
                    .isEqualTo(rest.discount().perUnit() * rest.quantity()
                            + rest.discount().unitsWithOneMore());
            assertThat(rest.tax().amount().amount())
                    .isEqualTo(
                            rest.tax().perUnit() * rest.quantity() + rest.tax().unitsWithOneMore());
            if (rest.quantity() > 0) {
                long then = random.nextLong(rest.quantity() + 1);
                assertThat(rest.without(then)).isEqualTo(line.without(first + then));
            }
        }
    }

    private static long refund(OrderLine line, long units) {
        if (units == 0) {
            return 0;
        }
        var bought = new Bought(line.sku(), line.quantity(), line.total());
        var result = Allocation.of(List.of(bought), List.of(), List.of(new Wanted(line.sku(), units)));
        return ((Result.Parts) result).parts().getFirst().amount().amount();
    }

    private static OrderLine line(long units, long price, long off) {
        var total = units * price - off;
        var tax = total * 8 / 108;
        return new OrderLine(
                "S",
                "P",
                "p",
                "Trà",
                "100 g",
                "HTX",
                null,
                "C",
                4,
                units,
                Money.dong(price),
                Money.dong(total),
                TaxClass.PROCESSED_FOOD,
                new OrderLine.Tax(800, Money.dong(tax), tax / units, tax % units),
                new OrderLine.Discount(Money.dong(off), off / units, off % units),
                OrderLine.Marks.NONE);
    }
}
