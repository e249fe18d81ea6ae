package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.JudgedCart;
import vn.ocopmarket.storefront.checkout.PlaceChoices.Choice;
import vn.ocopmarket.storefront.inventory.Location;

/**
 * What the checkout page shows.
 *
 * @param key idempotency key of the next try
 * @param shipping fee for the chosen destination, or null while none is chosen
 * @param wrong words for each wrong field
 * @param trouble what stood against the order, or null
 */
record CheckoutModel(
        CheckoutForm form,
        String key,
        JudgedCart cart,
        @Nullable Money shipping,
        List<Choice> provinces,
        List<Choice> communes,
        List<Location> pickups,
        boolean alcohol,
        Map<String, String> wrong,
        @Nullable Trouble trouble) {

    /** Why there is no order yet, in words. */
    record Trouble(String title, String detail) {}

    /** What it costs all in all, as far as that is known. */
    public Money total() {
        return shipping == null ? cart.total() : cart.total().plus(shipping);
    }
}
