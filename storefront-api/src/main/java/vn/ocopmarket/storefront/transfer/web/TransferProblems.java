package vn.ocopmarket.storefront.transfer.web;

import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownSkus;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.transfer.TransferOutcome.AnotherTransfer;
import vn.ocopmarket.storefront.transfer.TransferOutcome.CountedOthers;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotMoved;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotOnTheWay;
import vn.ocopmarket.storefront.transfer.TransferOutcome.TransferRefused;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Unexplained;
import vn.ocopmarket.storefront.transfer.TransferOutcome.UnknownTransfer;

/** Why goods were not sent or not received, in words. */
final class TransferProblems {

    private TransferProblems() {}

    static Problem of(TransferRefused refused) {
        return switch (refused) {
            case NotMoved(var why) -> notMoved(why);
            case AnotherTransfer _ -> Problem.of("idempotency-key-reused", 422);
            case UnknownTransfer _ -> unknown();
            case NotOnTheWay(var transfer) ->
                Problem.of("transfer-not-on-the-way", 409)
                        .with("state", transfer.state().name())
                        .with("allowed", transfer.state().allowed());
            case CountedOthers(var transfer) ->
                Problem.of("transfer-counted-otherwise", 422)
                        .with("parcels", transfer.parcels().size());
            case Unexplained(var sku) ->
                Problem.of("difference-unexplained", 422, sku).with("sku", sku);
        };
    }

    static Problem unknown() {
        return Problem.of("not-found", 404);
    }

    private static Problem notMoved(MovementRefused why) {
        return switch (why) {
            case NotEnough(var shortages) ->
                Problem.of("insufficient-stock", 409, shortages.getFirst().available())
                        .with("sku", shortages.getFirst().sku())
                        .with("available", shortages.getFirst().available())
                        .with("shortages", shortages);
            case UnknownLocation(var id) ->
                Problem.of("location-not-found", 404, id).with("locationId", id);
            case UnknownSkus(var skus) ->
                Problem.of("sku-not-found", 404, String.join(", ", skus)).with("skus", skus);
            case AnotherMovement _ -> Problem.of("idempotency-key-reused", 422);
        };
    }
}
