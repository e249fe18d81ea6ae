package vn.ocopmarket.storefront.checkout;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.checkout.CheckingFields.Checked;
import vn.ocopmarket.storefront.checkout.ClaimingCart.Claim;
import vn.ocopmarket.storefront.checkout.DraftingOrder.Draft;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CartEmpty;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.FieldsRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.KeyReused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.MethodNotOffered;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;

/**
 * Makes an order of a cart under the caller's key: everything is judged as of now, the order is written down, then its stock
 * is taken, then its payment begins. The same request again goes on where an interrupted one stopped, or gives its answer.
 */
public final class PreparingCheckout {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final CheckingFields fields;
    private final ClaimingCart claiming;
    private final DraftingOrder drafting;
    private final CompletingPreparation completing;
    private final Orders orders;

    PreparingCheckout(
            CheckingFields fields,
            ClaimingCart claiming,
            DraftingOrder drafting,
            CompletingPreparation completing,
            Orders orders) {
        this.fields = fields;
        this.claiming = claiming;
        this.drafting = drafting;
        this.completing = completing;
        this.orders = orders;
    }

    /** Never empty. An error, or a cancelled call, means that it is not known how it ended: send the same again. */
    public Mono<PreparationOutcome> prepare(PreparationRequest request) {
        if (!completing.offers(request.method())) {
            return Mono.just(new MethodNotOffered());
        }
        return fields.check(request.contact(), request.delivery())
                .flatMap(checked -> checked.wrong().isEmpty()
                        ? claim(request, checked)
                        : Mono.just(new FieldsRefused(checked.wrong())))
                .timeout(TIMEOUT);
    }

    /** Whether the same was asked for under its key before; then to prepare it goes on with that order. */
    public Mono<Boolean> isRepeated(PreparationRequest request) {
        return orders.find(request.orderId())
                .map(order -> order.preparation().fingerprint().equals(request.fingerprint()))
                .defaultIfEmpty(false);
    }

    private Mono<PreparationOutcome> claim(PreparationRequest request, Checked checked) {
        return claiming.claim(request.cartId(), request.orderId()).flatMap(claim -> switch (claim) {
            case Claim.Refused refused -> repeated(request).defaultIfEmpty(refused.why());
            case Claim.Claimed claimed -> withCart(request, checked, claimed.before());
        });
    }

    private Mono<PreparationOutcome> withCart(PreparationRequest request, Checked checked, Cart cart) {
        if (cart.lines().isEmpty()) {
            return repeated(request).switchIfEmpty(Mono.defer(() -> refuse(request, new CartEmpty())));
        }
        var fresh = Mono.defer(() -> draft(request, checked, cart));
        return request.orderId().equals(cart.orderId()) ? repeated(request).switchIfEmpty(fresh) : fresh;
    }

    private Mono<PreparationOutcome> draft(PreparationRequest request, Checked checked, Cart cart) {
        return drafting.draft(request, checked, cart.lines()).flatMap(draft -> switch (draft) {
            // What is missing may be what the same request, sent twice, has just taken.
            case Draft.Refused refused ->
                repeated(request).switchIfEmpty(Mono.defer(() -> refuse(request, refused.why())));
            case Draft.Drafted drafted -> add(request, drafted.order());
        });
    }

    private Mono<PreparationOutcome> add(PreparationRequest request, Order order) {
        return CurrentBuyer.get()
                .map(buyer -> order.by(buyer.id()))
                .defaultIfEmpty(order)
                .flatMap(whose -> orders.add(whose, completing.giveUpAt()))
                .flatMap(added -> completing.goOn(added, false))
                .onErrorResume(Orders.Taken.class, _ -> repeated(request));
    }

    /** Empty when nothing was asked for under this key before. */
    private Mono<PreparationOutcome> repeated(PreparationRequest request) {
        return orders.find(request.orderId())
                .flatMap(order -> order.preparation().fingerprint().equals(request.fingerprint())
                        ? completing.goOn(order, true)
                        : keyReused(request, order));
    }

    private Mono<PreparationOutcome> keyReused(PreparationRequest request, Order order) {
        return order.preparation().cartId().equals(request.cartId())
                ? Mono.just(new KeyReused())
                : refuse(request, new KeyReused());
    }

    private Mono<PreparationOutcome> refuse(PreparationRequest request, PreparationRefused why) {
        return claiming.unclaim(request.cartId(), request.orderId()).thenReturn(why);
    }
}
