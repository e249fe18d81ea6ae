package vn.ocopmarket.storefront.pos;

import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/** What came of booking a sale. */
public sealed interface BookingOutcome {

    /** Sold; here is the receipt. */
    record Sold(Sale.Booked receipt) implements BookingOutcome {}

    /** Nothing was sold; the draft is still on the counter. */
    sealed interface BookingRefused extends BookingOutcome {}

    record UnknownSale() implements BookingRefused {}

    record NothingScanned() implements BookingRefused {}

    record PricesChanged() implements BookingRefused {}

    record AgeNotConfirmed() implements BookingRefused {}

    record TooLittleCash(Money missing) implements BookingRefused {}

    /** A certificate ended or was withdrawn since the scan. */
    record NoLongerForSale(List<RefusedLine> lines) implements BookingRefused {

        public NoLongerForSale {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody else took the stock since the scan. */
    record NotEnoughStock(List<Shortage> shortages) implements BookingRefused {

        public NotEnoughStock {
            shortages = List.copyOf(shortages);
        }
    }

    /** A line that may not be sold, and why. */
    record RefusedLine(SaleLine line, List<Reason> reasons) {}
}
