package vn.ocopmarket.storefront.promotion;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;

/** All vouchers; none is ever deleted, so that no code means two things. */
public interface Vouchers {

    /** False when there is one with the code. */
    Mono<Boolean> add(KeptVoucher voucher);

    /** Empty when there is none. */
    Mono<KeptVoucher> find(String code);

    /** Those of these codes that there are; how many of their uses wait is not counted. */
    Flux<KeptVoucher> withCodes(Collection<String> codes);

    /** In the order of their codes, after that one. */
    Flux<KeptVoucher> page(@Nullable String after, int limit);

    /** Brings it into the state of the deed; empty when it is not of that revision, or not there. */
    Mono<KeptVoucher> change(String code, long revision, Deed deed);
}
