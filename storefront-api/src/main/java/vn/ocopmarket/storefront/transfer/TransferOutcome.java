package vn.ocopmarket.storefront.transfer;

import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.transfer.domain.Transfer;

/** What came of sending or receiving. */
public sealed interface TransferOutcome {

    /** It is done. */
    record Done(Transfer transfer) implements TransferOutcome {}

    /** Nothing changed. */
    sealed interface TransferRefused extends TransferOutcome {}

    /** Stock says no. */
    record NotMoved(MovementOutcome.MovementRefused why) implements TransferRefused {}

    /** The id was used for other goods before. */
    record AnotherTransfer() implements TransferRefused {}

    /** There is no such transfer. */
    record UnknownTransfer(String id) implements TransferRefused {}

    /** It has been received before, or has not been sent. */
    record NotOnTheWay(Transfer transfer) implements TransferRefused {}

    /** Not every lot that was sent was counted once, or another was. */
    record CountedOthers(Transfer transfer) implements TransferRefused {}

    /** Fewer came, and nobody said why. */
    record Unexplained(String sku) implements TransferRefused {}
}
