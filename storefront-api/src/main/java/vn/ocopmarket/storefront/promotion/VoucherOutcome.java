package vn.ocopmarket.storefront.promotion;

import java.util.List;
import java.util.Set;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft.Fault;

/** What came of a step of staff. */
public sealed interface VoucherOutcome {

    /** The voucher as it is now. */
    record Done(KeptVoucher voucher) implements VoucherOutcome {}

    /** It cannot be one: every field that is wrong. */
    record Wrong(List<Fault> faults) implements VoucherOutcome {

        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** The code was given out before. */
    record CodeTaken(String code) implements VoucherOutcome {}

    /** Somebody changed it meanwhile. */
    record Stale(long revision) implements VoucherOutcome {}

    /** Nothing leads there from its state. */
    record MoveRefused(State state, Set<State> allowed) implements VoucherOutcome {}

    record Unknown() implements VoucherOutcome {}
}
