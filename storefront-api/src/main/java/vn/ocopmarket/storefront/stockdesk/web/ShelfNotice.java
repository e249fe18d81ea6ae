package vn.ocopmarket.storefront.stockdesk.web;

import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownSkus;

/**
 * Why the last step was not done.
 *
 * @param key of the message {@code stockdesk.notice.…}
 * @param number placeholder 0 of it
 */
record ShelfNotice(String key, long number) {

    static ShelfNotice of(String key) {
        return new ShelfNotice(key, 0);
    }

    static ShelfNotice of(MovementRefused refused) {
        return switch (refused) {
            case NotEnough(var shortages) ->
                new ShelfNotice("not-enough", shortages.getFirst().available());
            case UnknownLocation _, UnknownSkus _ -> of("unknown");
            case AnotherMovement _ -> of("used");
        };
    }
}
