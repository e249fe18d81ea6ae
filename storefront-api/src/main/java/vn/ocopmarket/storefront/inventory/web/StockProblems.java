package vn.ocopmarket.storefront.inventory.web;

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
            case NotEnough(var shortages) ->
                Problem.of("insufficient-stock", 409, shortages.getFirst().available())
                        .with("sku", shortages.getFirst().sku())
                        .with("available", shortages.getFirst().available())
                        .with("shortages", shortages);
            case UnknownLocation(var id) -> unknownLocation(id);
            case UnknownSkus(var skus) ->
                Problem.of("sku-not-found", 404, String.join(", ", skus)).with("skus", skus);
            case AnotherMovement _ -> Problem.of("idempotency-key-reused", 422);
        };
    }

    static Problem unknownLocation(String id) {
        return Problem.of("location-not-found", 404, id).with("locationId", id);
    }
}
