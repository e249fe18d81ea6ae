package vn.ocopmarket.storefront.promotion;

import java.time.Instant;
import java.util.List;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;

/**
 * A voucher as it is stored.
 *
 * @param revision grows with every step of staff, not with uses
 * @param waiting how many of its uses are those of orders that nobody has confirmed, or that were just confirmed
 * @param deeds what staff did, oldest first
 */
public record KeptVoucher(Voucher voucher, long revision, int waiting, List<Deed> deeds) {

    public KeptVoucher {
        deeds = List.copyOf(deeds);
    }

    /** Who brought it into which state, and when; the first who made it. */
    public record Deed(State state, String by, Instant at) {}

    static KeptVoucher made(Voucher voucher, String by, Instant at) {
        return new KeptVoucher(voucher, 1, 0, List.of(new Deed(voucher.state(), by, at)));
    }

    public String code() {
        return voucher.code();
    }
}
