package vn.ocopmarket.storefront.returning.web;

import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.RequestOutcome;
import vn.ocopmarket.storefront.returning.RequestOutcome.CameMeanwhile;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotNow;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooManyOf;
import vn.ocopmarket.storefront.returning.RequestOutcome.Unknown;
import vn.ocopmarket.storefront.returning.RequestOutcome.UnknownLocation;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/** Why nothing came of a step, for callers of the API and as the notice of a page. */
final class RequestProblems {

    private RequestProblems() {}

    /** The request, if it is so. */
    static BuyerRequest done(RequestOutcome outcome) {
        return switch (outcome) {
            case Done(var request) -> request;
            case Unknown _ -> throw Problem.of("not-found", 404);
            case NotNow(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state.name())
                        .with("state", state)
                        .with(
                                "allowed",
                                allowed.stream().map(Enum::name).sorted().toList());
            case NotPossible(var why) ->
                throw Problem.of("request-not-possible", 409).with("reason", why);
            case TooMany(var sku, var left) ->
                throw Problem.of("return-too-much", 409).with("sku", sku).with("left", left);
            case TooManyOf(var sku, var owner, var left) ->
                throw Problem.of("return-too-much", 409)
                        .with("sku", sku)
                        .with("ownership", owner)
                        .with("left", left);
            case CameMeanwhile(var parcels) ->
                throw Problem.of("parcel-received-meanwhile", 409, parcels).with("parcels", parcels);
            case UnknownLocation(var location) ->
                throw Problem.of("location-not-found", 404, location).with("locationId", location);
        };
    }

    /** The word of the notice that a page shows after units were, or were not, taken out of an order. */
    static String noticeOfDrop(RequestOutcome outcome) {
        return switch (outcome) {
            case Done(var request) ->
                switch (request.state()) {
                    case DROPPED -> "drop-done";
                    case REFUSED, CANCELLED -> "drop-packed";
                    case ASKED, APPROVED, WITHDRAWN, RECEIVED, PARTLY_REFUNDED, REFUNDED -> "drop-begun";
                };
            case NotPossible(var why) ->
                switch (why) {
                    case "EVERYTHING" -> "drop-everything";
                    case "VOUCHER" -> "drop-voucher";
                    case "NOTHING_CHOSEN" -> "drop-nothing";
                    default -> "drop-packed";
                };
            case TooMany _ -> "drop-too-many";
            case Unknown _, NotNow _, TooManyOf _, CameMeanwhile _, UnknownLocation _ -> notice(outcome, "drop-begun");
        };
    }

    /** The word of the notice that a page shows after a step. */
    static String notice(RequestOutcome outcome, String done) {
        return switch (outcome) {
            case Done _ -> done;
            case Unknown _ -> throw Problem.of("not-found", 404);
            case NotNow _, CameMeanwhile _ -> "request-moved";
            case NotPossible(var why) ->
                switch (why) {
                    case "OWNERSHIP" -> "request-whose";
                    case "TOO_LATE" -> "request-too-late";
                    case "REASON" -> "request-no-reason";
                    case "NOTHING_CHOSEN" -> "request-nothing";
                    case "MONEY_UNDER_WAY" -> "request-money-under-way";
                    case "GOODS_IN_ORDER" -> "request-goods-in-order";
                    default -> "request-not-possible";
                };
            case TooMany _ -> "request-too-many";
            case TooManyOf(var _, var owner, var _) ->
                owner.isOwned() ? "request-too-many-owned" : "request-too-many-consigned";
            case UnknownLocation _ -> "request-no-place";
        };
    }
}
