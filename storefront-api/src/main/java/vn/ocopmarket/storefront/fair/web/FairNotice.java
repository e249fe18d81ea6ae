package vn.ocopmarket.storefront.fair.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.storefront.fair.FairOutcome.FairRefused;
import vn.ocopmarket.storefront.fair.FairOutcome.NoLongerFit;
import vn.ocopmarket.storefront.fair.FairOutcome.NotFit;
import vn.ocopmarket.storefront.fair.FairOutcome.NothingPicked;
import vn.ocopmarket.storefront.fair.FairOutcome.Overtaken;
import vn.ocopmarket.storefront.fair.FairOutcome.UnknownFair;
import vn.ocopmarket.storefront.fair.FairOutcome.UnknownProduct;
import vn.ocopmarket.storefront.fair.FairOutcome.WrongState;
import vn.ocopmarket.storefront.fair.domain.Pick;
import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.MovementRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownSkus;
import vn.ocopmarket.storefront.pages.Problem;

/**
 * Why something was not done.
 *
 * @param key of the message {@code fair.notice.…}
 * @param about placeholder 0 of it
 * @param detail placeholder 1 of it
 */
record FairNotice(String key, String about, Object detail, List<Reason> reasons) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** An unknown fair is no page at all. */
    static FairNotice of(FairRefused refused) {
        return switch (refused) {
            case UnknownFair _ -> throw Problem.of("not-found", 404);
            case UnknownProduct(var idOrSlug) -> plain("unknown-product", idOrSlug);
            case NotFit(var product, var why) ->
                new FairNotice("not-fit", product.name(), DAY.format(why.firstDay()), why.reasons());
            case NothingPicked _ -> plain("nothing-picked", "");
            case NoLongerFit(var picks) ->
                plain("no-longer-fit", picks.stream().map(Pick::name).collect(Collectors.joining("; ")));
            case WrongState _ -> plain("wrong-state", "");
            case Overtaken _ -> plain("overtaken", "");
        };
    }

    static FairNotice of(MovementRefused refused) {
        return switch (refused) {
            case NotEnough(var shortages) ->
                new FairNotice(
                        shortages.getFirst().forRecall() ? "lot-recalled" : "not-enough",
                        shortages.getFirst().sku(),
                        shortages.getFirst().available(),
                        List.of());
            case UnknownLocation(var location) -> plain("unknown-location", location);
            case UnknownSkus(var skus) -> plain("unknown-product", String.join(", ", skus));
            case AnotherMovement _ -> plain("transfer-used", "");
        };
    }

    static FairNotice badQuantity() {
        return plain("bad-quantity", "");
    }

    static FairNotice searchDown() {
        return plain("search-down", "");
    }

    private static FairNotice plain(String key, String about) {
        return new FairNotice(key, about, "", List.of());
    }
}
