package vn.ocopmarket.storefront.pos.web;

import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.pos.BookingOutcome.AgeNotConfirmed;
import vn.ocopmarket.storefront.pos.BookingOutcome.BookingRefused;
import vn.ocopmarket.storefront.pos.BookingOutcome.NoLongerForSale;
import vn.ocopmarket.storefront.pos.BookingOutcome.NotEnoughStock;
import vn.ocopmarket.storefront.pos.BookingOutcome.NothingScanned;
import vn.ocopmarket.storefront.pos.BookingOutcome.PricesChanged;
import vn.ocopmarket.storefront.pos.BookingOutcome.TooLittleCash;
import vn.ocopmarket.storefront.pos.BookingOutcome.UnknownSale;
import vn.ocopmarket.storefront.pos.ReceiptOutcome.AlreadyUsed;
import vn.ocopmarket.storefront.pos.ReceiptOutcome.ReceiptRefused;
import vn.ocopmarket.storefront.pos.ReceiptOutcome.UnknownProduct;
import vn.ocopmarket.storefront.pos.ReceiptOutcome.WhichVariant;
import vn.ocopmarket.storefront.pos.ScanOutcome;
import vn.ocopmarket.storefront.pos.ScanOutcome.NotForSale;
import vn.ocopmarket.storefront.pos.ScanOutcome.NotInStock;
import vn.ocopmarket.storefront.pos.ScanOutcome.Scanned;
import vn.ocopmarket.storefront.pos.ScanOutcome.SeveralVariants;
import vn.ocopmarket.storefront.pos.ScanOutcome.UnknownCode;

/**
 * What the clerk is told about the last thing they did.
 *
 * @param bad big and red
 * @param key of the message {@code pos.notice.…}
 * @param about placeholder 0 of it
 * @param detail placeholder 1 of it
 * @param reasons why, as {@code eligibility.…} messages
 * @param choices variants to choose from
 */
record Notice(boolean bad, String key, String about, Object detail, List<Reason> reasons, List<Variant> choices) {

    static Notice of(ScanOutcome outcome) {
        return switch (outcome) {
            case Scanned(var _, var line, long recalled) ->
                good(recalled > 0 ? "scanned-look" : "scanned", line.name(), line.label());
            case UnknownCode(var code) -> refusal("unknown-code", code, "");
            case SeveralVariants(var name, var variants) -> choice(name, variants);
            case NotForSale(var name, var label, var reasons) ->
                new Notice(true, "not-for-sale", name, label, reasons, List.of());
            case NotInStock(var name, var label, long available, long recalled) ->
                lacking(recalled > 0, name + " · " + label, available);
        };
    }

    static Notice of(BookingRefused refused) {
        return switch (refused) {
            case UnknownSale _ -> refusal("unknown-sale", "", "");
            case NothingScanned _ -> refusal("nothing-scanned", "", "");
            case PricesChanged _ -> refusal("prices-changed", "", "");
            case AgeNotConfirmed _ -> refusal("age-not-confirmed", "", "");
            case TooLittleCash(Money missing) -> refusal("too-little-cash", Dong.text(missing), "");
            case NoLongerForSale(var lines) -> {
                var first = lines.getFirst();
                yield new Notice(
                        true, "not-for-sale", first.line().name(), first.line().label(), first.reasons(), List.of());
            }
            case NotEnoughStock(var shortages) -> {
                var first = shortages.getFirst();
                yield lacking(first.forRecall(), first.sku(), first.available());
            }
        };
    }

    static Notice of(ReceiptRefused refused) {
        return switch (refused) {
            case UnknownProduct(var code) -> refusal("unknown-code", code, "");
            case WhichVariant(var name, var variants) -> choice(name, variants);
            case AlreadyUsed _ -> refusal("delivery-used", "", "");
        };
    }

    static Notice bookingInProgress() {
        return refusal("booking-in-progress", "", "");
    }

    static Notice badQuantity() {
        return refusal("bad-quantity", "", "");
    }

    private static Notice good(String key, String about, Object detail) {
        return new Notice(false, key, about, detail, List.of(), List.of());
    }

    private static Notice lacking(boolean forRecall, String about, long available) {
        return refusal(forRecall ? "lot-recalled" : "not-in-stock", about, available);
    }

    private static Notice refusal(String key, String about, Object detail) {
        return new Notice(true, key, about, detail, List.of(), List.of());
    }

    private static Notice choice(String name, List<Variant> variants) {
        return new Notice(true, "several-variants", name, "", List.of(), variants);
    }
}
