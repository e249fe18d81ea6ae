package vn.ocopmarket.storefront.promotion;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.domain.Refusal;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;

/**
 * Why a voucher cannot be used.
 *
 * @param code the voucher
 * @param why a word of {@code promotion.refused.*} in the bundles
 * @param day the first or the last on which it counts, where that is the matter
 * @param minimum that the goods it is for must be worth, where that is the matter
 */
public record VoucherRefusal(
        String code,
        String why,
        @Nullable LocalDate day,
        @Nullable Money minimum) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** One that was kept as its code and its reason. */
    public static VoucherRefusal of(String code, String why) {
        return new VoucherRefusal(code, why, null, null);
    }

    /** Of one that is to come nobody learns by trying codes that there is one. */
    static VoucherRefusal of(Refusal refusal) {
        return refusal.why() == Why.NOT_YET ? of(refusal.code(), Why.UNKNOWN) : kept(refusal);
    }

    private static VoucherRefusal kept(Refusal refusal) {
        return new VoucherRefusal(refusal.code(), refusal.why().name(), refusal.day(), refusal.minimum());
    }

    static VoucherRefusal of(String code, Why why) {
        return of(Refusal.of(code, why));
    }

    /** Whether there is no such voucher, as far as anybody may know. */
    public boolean isUnknown() {
        return why.equals(Why.UNKNOWN.name());
    }

    /** The key of its words in the bundles. */
    public String messageKey() {
        return "promotion.refused." + why;
    }

    /** For the placeholders of its words: the code, the day, the minimum in dong. */
    public Object[] arguments() {
        return new Object[] {code, day == null ? "" : DAY.format(day), minimum == null ? 0L : minimum.amount()};
    }
}
