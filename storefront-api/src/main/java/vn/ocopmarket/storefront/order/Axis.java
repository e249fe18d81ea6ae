package vn.ocopmarket.storefront.order;

import java.util.Set;

/** One of the three ways in which an order moves; each is a closed table of the moves it allows. */
public sealed interface Axis<S extends Axis<S>> permits OrderState, PaymentState, FulfillmentState {

    /** Where it may go from here. */
    Set<S> allowed();
}
