package vn.ocopmarket.storefront.promotion;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;
import vn.ocopmarket.storefront.promotion.domain.Voucher;

/** Keeps vouchers in memory. */
public final class VouchersInMemory implements Vouchers {

    public final Map<String, KeptVoucher> kept = new ConcurrentSkipListMap<>();

    @Override
    public Mono<Boolean> add(KeptVoucher voucher) {
        return Mono.fromSupplier(() -> kept.putIfAbsent(voucher.code(), voucher) == null);
    }

    @Override
    public Mono<KeptVoucher> find(String code) {
        return Mono.defer(() -> Mono.justOrEmpty(kept.get(code)));
    }

    @Override
    public Flux<KeptVoucher> withCodes(Collection<String> codes) {
        return Flux.fromIterable(codes).mapNotNull(kept::get);
    }

    @Override
    public Flux<KeptVoucher> page(@Nullable String after, int limit) {
        return Flux.fromStream(() -> kept.values().stream()
                .filter(one -> after == null || one.code().compareTo(after) > 0)
                .limit(limit));
    }

    @Override
    public Mono<KeptVoucher> change(String code, long revision, Deed deed) {
        return Mono.defer(() -> Mono.justOrEmpty(
                        kept.computeIfPresent(code, (_, one) -> one.revision() == revision ? changed(one, deed) : one)))
                .filter(now -> now.revision() == revision + 1);
    }

    private static KeptVoucher changed(KeptVoucher one, Deed deed) {
        var was = one.voucher();
        var now = new Voucher(
                was.code(),
                was.names(),
                was.worth(),
                was.limits(),
                was.scope(),
                was.exclusive(),
                deed.state(),
                was.used());
        return new KeptVoucher(
                now,
                one.revision() + 1,
                one.waiting(),
                Stream.concat(one.deeds().stream(), Stream.of(deed)).toList());
    }
}
