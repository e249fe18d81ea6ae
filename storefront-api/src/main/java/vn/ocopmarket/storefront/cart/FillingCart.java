package vn.ocopmarket.storefront.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.Occasion.Buyer;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.CartOutcome.AgeUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.CartUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.Changed;
import vn.ocopmarket.storefront.cart.CartOutcome.NotPurchasable;
import vn.ocopmarket.storefront.cart.CartOutcome.QuantityRefused;
import vn.ocopmarket.storefront.cart.CartOutcome.SkuUnknown;
import vn.ocopmarket.storefront.cart.CartOutcome.TooManyLines;
import vn.ocopmarket.storefront.cart.CartOutcome.TooManyUnits;

/** Makes carts and fills them with what can be bought at this moment. */
public final class FillingCart {

    /** More than a household buys; who wants more asks for an offer. */
    public static final long MOST_UNITS = 999;

    public static final int MOST_LINES = 50;

    private static final int ID_LENGTH = 26;

    private final Carts carts;
    private final JudgingLines judging;
    private final UnitLimits limits;
    private final RandomIds ids;

    FillingCart(Carts carts, JudgingLines judging, UnitLimits limits, RandomIds ids) {
        this.carts = carts;
        this.judging = judging;
        this.limits = limits;
        this.ids = ids;
    }

    /** A new, empty cart under an unguessable id. */
    public Mono<Cart> create() {
        return carts.create(ids.next(ID_LENGTH));
    }

    /** The cart of an account, which is there whenever somebody needs it. Never empty. */
    public Mono<Cart> ensure(String cartId) {
        return carts.ensure(cartId);
    }

    /**
     * Sets the quantity of a SKU, if it may be sold today and there is so much of it. Never empty. Nothing is asked of the
     * buyer's age: the checkout does.
     */
    public Mono<CartOutcome> put(String cartId, String sku, long quantity) {
        return put(cartId, sku, quantity, Buyer.ADULT);
    }

    /** The same for a buyer of whom so much is known. */
    public Mono<CartOutcome> put(String cartId, String sku, long quantity, Buyer buyer) {
        if (quantity < 1 || quantity > MOST_UNITS) {
            return Mono.just(new QuantityRefused(MOST_UNITS));
        }
        var wanted = new CartLine(sku, quantity, Money.ZERO);
        return judging.look(List.of(wanted)).map(List::getFirst).flatMap(judged -> {
            if (judged.variant() == null) {
                return Mono.just(new SkuUnknown(sku));
            }
            var tooYoung = tooYoung(judged, buyer);
            if (tooYoung != null) {
                return Mono.just(tooYoung);
            }
            var price = judged.price();
            if (price == null || !judged.purchasable()) {
                return Mono.just(new NotPurchasable(judged));
            }
            return tooManyUnits(cartId, judged)
                    .switchIfEmpty(Mono.defer(() -> put(cartId, new CartLine(sku, quantity, price), judged)));
        });
    }

    /** Takes a SKU out; fine when it is not in. Never empty. */
    public Mono<CartOutcome> remove(String cartId, String sku) {
        return carts.remove(cartId, sku)
                .flatMap(cart -> judging.look(cart.lines())
                        .<CartOutcome>map(lines -> new Changed(new JudgedCart(cart.id(), lines))))
                .defaultIfEmpty(new CartUnknown());
    }

    private static @Nullable CartOutcome tooYoung(JudgedLine judged, Buyer buyer) {
        var product = judged.product();
        var variant = judged.variant();
        if (product == null || variant == null || !AlcoholRules.concern(product, variant)) {
            return null;
        }
        return switch (buyer) {
            case ADULT -> null;
            case UNKNOWN -> new AgeUnknown(product.slug());
            case UNDER_AGE -> new NotPurchasable(judged.with(LineProblem.BUYER_UNDER_AGE));
        };
    }

    /**
     * Empty when there are not, or fewer than before: a cart that others were merged into gets smaller step by step. Of two
     * who fill a cart at once both may be let in; the checkout lets no such cart through.
     */
    private Mono<CartOutcome> tooManyUnits(String cartId, JudgedLine wanted) {
        return limits.concern(wanted)
                ? carts.find(cartId)
                        .filter(cart -> isMore(wanted.line(), cart))
                        .flatMap(cart -> judging.look(but(wanted.sku(), cart)))
                        .map(others -> limits.excess(
                                Stream.concat(Stream.of(wanted), others.stream().filter(limits::concern))
                                        .toList()))
                        .flatMap(Mono::justOrEmpty)
                        .map(TooManyUnits::new)
                : Mono.empty();
    }

    private static boolean isMore(CartLine wanted, Cart cart) {
        return cart.lines().stream()
                .noneMatch(line -> line.sku().equals(wanted.sku()) && line.quantity() >= wanted.quantity());
    }

    private static List<CartLine> but(String sku, Cart cart) {
        return cart.lines().stream().filter(line -> !line.sku().equals(sku)).toList();
    }

    /** A cart that others were merged into may have more lines than a buyer may begin; none of them goes for that. */
    private Mono<CartOutcome> put(String cartId, CartLine line, JudgedLine judged) {
        return carts.put(cartId, line)
                .flatMap(before ->
                        before.lines().size() >= MOST_LINES && !before.skus().contains(line.sku())
                                ? takeBack(before, line)
                                : view(before, line, judged))
                .defaultIfEmpty(new CartUnknown());
    }

    private Mono<CartOutcome> takeBack(Cart cart, CartLine line) {
        return carts.remove(cart.id(), line.sku()).thenReturn(new TooManyLines(MOST_LINES));
    }

    /** The line just put in was judged a moment ago, so only the others are looked at. */
    private Mono<CartOutcome> view(Cart before, CartLine line, JudgedLine judged) {
        var mine = new JudgedLine(
                line, judged.product(), judged.certificate(), judged.price(), judged.available(), List.of());
        var now = before.linesWith(line);
        return judging.look(but(line.sku(), before)).map(rest -> {
            var lines = new ArrayList<>(rest);
            lines.add(now.indexOf(line), mine);
            return new Changed(new JudgedCart(before.id(), lines));
        });
    }
}
