package vn.ocopmarket.storefront.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proves that every voucher counts as many uses as there are. */
public final class ProvingVouchers {

    private static final int PAGE = 200;

    private final Vouchers vouchers;
    private final Redemptions redemptions;

    ProvingVouchers(Vouchers vouchers, Redemptions redemptions) {
        this.vouchers = vouchers;
        this.redemptions = redemptions;
    }

    /** @param used what the voucher counts */
    public record Discrepancy(String code, long used, long found) {}

    /**
     * @param unsure vouchers that are used so much at this moment that their uses cannot be counted
     * @param discrepancies empty when all is well
     */
    public record Proof(int vouchers, List<String> unsure, List<Discrepancy> discrepancies) {}

    /** Looks at all of them now; never empty. */
    public Mono<Proof> prove() {
        return allCodes()
                .concatMap(this::look)
                .collectList()
                .map(looks -> new Proof(
                        looks.size(),
                        looks.stream()
                                .filter(look -> look.isUnsure)
                                .map(Look::code)
                                .toList(),
                        looks.stream()
                                .filter(look -> look.used != look.found)
                                .map(look -> new Discrepancy(look.code, look.used, look.found))
                                .toList()));
    }

    private record Look(String code, boolean isUnsure, long used, long found) {}

    private Mono<Look> look(String code) {
        return redemptions
                .count(code)
                .repeatWhenEmpty(3, tries -> tries)
                .map(count -> new Look(code, false, count.used(), count.found()))
                .onErrorResume(IllegalStateException.class, _ -> Mono.just(new Look(code, true, 0, 0)));
    }

    private Flux<String> allCodes() {
        return page(null)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(page.getLast()))
                .flatMapIterable(page -> page);
    }

    private Mono<List<String>> page(@Nullable String after) {
        return vouchers.page(after, PAGE).map(KeptVoucher::code).collectList();
    }
}
