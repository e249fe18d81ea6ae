package vn.ocopmarket.storefront.promotion.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherCode;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** What a program sends to make a voucher: either a percentage or an amount. */
record VoucherRequest(
        @NotBlank @Size(max = 60) String code,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String nameEn,
        @Nullable @Valid PercentRequest percent,
        @Nullable Money amount,
        @Nullable Long total,
        @Nullable Integer perBuyer,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Nullable Money minimum,
        @Nullable @Size(max = 50) List<@NotNull String> groups,
        @Nullable @Size(max = 50) List<@NotNull String> provinces,
        @Nullable @Size(max = 50) List<@NotNull String> producers,
        @Nullable Boolean exclusive) {

    /** @param basisPoints 1000 is 10 % */
    record PercentRequest(int basisPoints, @NotNull Money cap) {}

    VoucherDraft draft() {
        return new VoucherDraft(
                VoucherCode.of(code),
                new Voucher.Names(name.strip(), nameEn.strip()),
                worth(),
                new Voucher.Limits(total, perBuyer, from, to, minimum == null ? Money.ZERO : minimum),
                new Voucher.Scope(set(groups), set(provinces), set(producers)),
                Objects.requireNonNullElse(exclusive, false));
    }

    private @Nullable Worth worth() {
        if (percent != null) {
            return amount == null ? new Worth.Percent(percent.basisPoints(), percent.cap()) : null;
        }
        return amount == null ? null : new Worth.Fixed(amount);
    }

    private static Set<String> set(@Nullable List<String> words) {
        return words == null ? Set.of() : Set.copyOf(words);
    }
}
