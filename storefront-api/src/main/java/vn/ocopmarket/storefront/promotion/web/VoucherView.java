package vn.ocopmarket.storefront.promotion.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/**
 * A voucher as staff see it.
 *
 * @param percent a part of the price, or null when it takes off an amount
 * @param amount what it takes off, or null when it takes off a part
 * @param total uses by everybody, or null for any number
 * @param perBuyer uses by one buyer, or null for any number
 * @param used how many uses are counted
 * @param waiting how many of these are not recorded for good yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoucherView(
        String code,
        String name,
        String nameEn,
        State state,
        @Nullable PercentView percent,
        @Nullable Money amount,
        @Nullable Long total,
        @Nullable Integer perBuyer,
        LocalDate from,
        LocalDate to,
        Money minimum,
        List<String> groups,
        List<String> provinces,
        List<String> producers,
        boolean exclusive,
        long used,
        int waiting,
        List<DeedView> deeds) {

    /** @param basisPoints 1000 is 10 % */
    record PercentView(int basisPoints, Money cap) {

        /** In percent, with as many decimals as it needs. */
        public String text() {
            return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
        }
    }

    record DeedView(State state, String by, Instant at) {}

    /** All on one page. */
    record Page(List<VoucherView> items, @Nullable String next) {}

    static VoucherView of(KeptVoucher kept) {
        var voucher = kept.voucher();
        var limits = voucher.limits();
        var scope = voucher.scope();
        return new VoucherView(
                voucher.code(),
                voucher.names().vi(),
                voucher.names().en(),
                voucher.state(),
                voucher.worth() instanceof Worth.Percent(var basisPoints, var cap)
                        ? new PercentView(basisPoints, cap)
                        : null,
                voucher.worth() instanceof Worth.Fixed(var amount) ? amount : null,
                limits.total(),
                limits.perBuyer(),
                limits.from(),
                limits.to(),
                limits.minimum(),
                sorted(scope.groups()),
                sorted(scope.provinces()),
                sorted(scope.producers()),
                voucher.exclusive(),
                voucher.used(),
                kept.waiting(),
                kept.deeds().stream()
                        .map(deed -> new DeedView(deed.state(), deed.by(), deed.at()))
                        .toList());
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
