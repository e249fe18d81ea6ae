package vn.ocopmarket.storefront.promotion.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * Why a voucher cannot be used.
 *
 * @param code as the buyer may read it
 * @param day the first or the last on which it counts, where that is the matter
 * @param minimum that the goods must be worth, where that is the matter
 */
public record Refusal(
        String code,
        Why why,
        @Nullable LocalDate day,
        @Nullable Money minimum) {

    /** The words are message bundle entries {@code promotion.refused.<NAME>}. */
    public enum Why {
        UNKNOWN,
        STOPPED,
        NOT_YET,
        OVER,
        USED_UP,
        USED_BY_YOU,
        MINIMUM,
        /** None of the goods is what it is for, or may be promoted. */
        NOTHING_ELIGIBLE,
        /** It, or the one beside it, is used alone. */
        NOT_COMBINABLE,
        /** The others take as much already as the law allows. */
        MOST_REACHED,
        /** So many are being used at this moment that the next has to wait. */
        BUSY
    }

    public static Refusal of(String code, Why why) {
        return new Refusal(code, why, null, null);
    }

    static Refusal of(String code, Why why, LocalDate day) {
        return new Refusal(code, why, day, null);
    }

    static Refusal minimum(String code, Money minimum) {
        return new Refusal(code, Why.MINIMUM, null, minimum);
    }
}
