package vn.ocopmarket.storefront.banktransfer.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.ocopmarket.contract.money.Money;

/**
 * What the bank says came in.
 *
 * @param id the bank's own, the same for every copy
 * @param account where the money is
 * @param text what the payer wrote, with what banks add; it may name people, so it is never logged
 * @param bookedAt to the millisecond, as it is kept, so that a copy equals what was kept
 */
public record BankNotice(String id, String account, Money amount, String text, Instant bookedAt) {

    public BankNotice {
        bookedAt = bookedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "BankNotice[" + id + "]";
    }
}
