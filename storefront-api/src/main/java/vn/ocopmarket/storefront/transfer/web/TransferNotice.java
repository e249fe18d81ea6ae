package vn.ocopmarket.storefront.transfer.web;

import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.transfer.TransferOutcome.AnotherTransfer;
import vn.ocopmarket.storefront.transfer.TransferOutcome.CountedOthers;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotMoved;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotOnTheWay;
import vn.ocopmarket.storefront.transfer.TransferOutcome.TransferRefused;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Unexplained;
import vn.ocopmarket.storefront.transfer.TransferOutcome.UnknownTransfer;

/**
 * Why the last step was not done.
 *
 * @param key of the message {@code transfer.notice.…}
 * @param about placeholder 0 of it
 * @param number placeholder 1 of it
 */
record TransferNotice(String key, String about, long number) {

    static TransferNotice of(String key) {
        return new TransferNotice(key, "", 0);
    }

    static TransferNotice of(TransferRefused refused) {
        return switch (refused) {
            case NotMoved(NotEnough(var shortages)) ->
                new TransferNotice(
                        "not-enough",
                        shortages.getFirst().sku(),
                        shortages.getFirst().available());
            case Unexplained(var sku) -> new TransferNotice("unexplained", sku, 0);
            case NotOnTheWay _ -> of("not-on-the-way");
            case NotMoved _, AnotherTransfer _, UnknownTransfer _, CountedOthers _ -> of("not-done");
        };
    }
}
