package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.Nullable;

/** How to reach the buyer: the least that a delivery needs. It is never logged. */
public record Contact(String name, String phone, @Nullable String email) {

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
