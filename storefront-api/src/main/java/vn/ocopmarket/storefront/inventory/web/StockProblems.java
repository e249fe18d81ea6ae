package vn.ocopmarket.storefront.inventory.web;

import java.util.List;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownSkus;
import vn.ocopmarket.storefront.pages.Problem;

/** Why stock was not moved, in words. */
final class StockProblems {

    private StockProblems() {}

    static Problem of(MovementRefused refused) {
        return switch (refused) {
            case NotEnough(var shortages) -> notEnough(shortages);
            case UnknownLocation(var id) -> unknownLocation(id);
            case UnknownSkus(var skus) ->
                Problem.of("sku-not-found", 404, String.join(", ", skus)).with("skus", skus);
            case AnotherMovement _ -> Problem.of("idempotency-key-reused", 422);
        };
    }

    private static Problem notEnough(List<Shortage> shortages) {
        var first = shortages.getFirst();
        return Problem.of(first.forRecall() ? "lot-recalled" : "insufficient-stock", 409, first.available())
                .with("sku", first.sku())
                .with("available", first.available())
                .with("shortages", shortages);
    }

    static Problem unknownLocation(String id) {
        return Problem.of("location-not-found", 404, id).with("locationId", id);
    }
}
