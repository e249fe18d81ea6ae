package vn.ocopmarket.storefront.promotion;

import java.util.Collection;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;

/** What the goods of an order must be worth for the vouchers it uses, whatever became of these since. */
public final class MinimumsOfVouchers {

    private final Vouchers vouchers;

    MinimumsOfVouchers(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    /** The highest of them; zero when none asks for anything. Never empty. */
    public Mono<Money> highestOf(Collection<String> codes) {
        return codes.isEmpty()
                ? Mono.just(Money.ZERO)
                : vouchers.withCodes(codes)
                        .map(kept -> kept.voucher().limits().minimum())
                        .reduce(Money.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
