package vn.ocopmarket.storefront.cart;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.CartOutcome.CartUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.Changed;
import vn.ocopmarket.storefront.cart.CartOutcome.NotPurchasable;
import vn.ocopmarket.storefront.cart.CartOutcome.QuantityRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.SkuUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.TooManyLines;

/** Makes carts and fills them with what can be bought at this moment. */
public final class FillingCart {

    /** More than a household buys; who wants more asks for an offer. */
    public static final long MOST_UNITS = 999;

    public static final int MOST_LINES = 50;

    private static final int ID_LENGTH = 26;

    private final Carts carts;
    private final JudgingLines judging;
    private final RandomIds ids;

    FillingCart(Carts carts, JudgingLines judging, RandomIds ids) {
        this.carts = carts;
        this.judging = judging;
        this.ids = ids;
    }

    /** A new, empty cart under an unguessable id. */
    public Mono<Cart> create() {
        return carts.create(ids.next(ID_LENGTH));
    }

    /** Sets the quantity of a SKU, if it may be sold today and there is so much of it. Never empty. */
    public Mono<CartOutcome> put(String cartId, String sku, long quantity) {
        if (quantity < 1 || quantity > MOST_UNITS) {
            return Mono.just(new QuantityRefused(MOST_UNITS));
        }
        var wanted = new CartLine(sku, quantity, Money.ZERO);
        return judging.look(List.of(wanted)).map(List::getFirst).flatMap(judged -> {
            if (judged.variant() == null) {
                return Mono.just(new SkuUnknown(sku));
            }
            var price = judged.price();
            if (price == null || !judged.purchasable()) {
                return Mono.just(new NotPurchasable(judged));
            }
            return put(cartId, new CartLine(sku, quantity, price), judged);
        });
    }

    /** Takes a SKU out; fine when it is not in. Never empty. */
    public Mono<CartOutcome> remove(String cartId, String sku) {
        return carts.remove(cartId, sku)
                .flatMap(cart -> judging.look(cart.lines())
                        .<CartOutcome>map(lines -> new Changed(new JudgedCart(cart.id(), lines))))
                .defaultIfEmpty(new CartUnknown());
    }

    private Mono<CartOutcome> put(String cartId, CartLine line, JudgedLine judged) {
        return carts.put(cartId, line)
                .flatMap(cart -> cart.lines().size() > MOST_LINES ? takeBack(cart, line) : view(cart, line, judged))
                .defaultIfEmpty(new CartUnknown());
    }

    private Mono<CartOutcome> takeBack(Cart cart, CartLine line) {
        return carts.remove(cart.id(), line.sku()).thenReturn(new TooManyLines(MOST_LINES));
    }

    /** The line just put in was judged a moment ago, so only the others are looked at. */
    private Mono<CartOutcome> view(Cart cart, CartLine line, JudgedLine judged) {
        var mine = new JudgedLine(
                line, judged.product(), judged.certificate(), judged.price(), judged.available(), List.of());
        var others = cart.lines().stream()
                .filter(other -> !other.sku().equals(line.sku()))
                .toList();
        return judging.look(others).map(rest -> {
            var lines = new ArrayList<>(rest);
            lines.add(cart.skus().indexOf(line.sku()), mine);
            return new Changed(new JudgedCart(cart.id(), lines));
        });
    }
}
