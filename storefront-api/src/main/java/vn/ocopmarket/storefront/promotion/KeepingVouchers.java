package vn.ocopmarket.storefront.promotion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;
import vn.ocopmarket.storefront.promotion.Redemptions.Use;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;
import vn.ocopmarket.storefront.promotion.domain.VoucherCode;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;

/** What staff do with vouchers. Errors of its Monos are outages of the store; none is empty unless it says so. */
public final class KeepingVouchers {

    private static final int LATEST_USES = 50;

    private final Vouchers vouchers;
    private final Redemptions redemptions;
    private final Clock clock;

    KeepingVouchers(Vouchers vouchers, Redemptions redemptions, Clock clock) {
        this.vouchers = vouchers;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** Whose step it is, on which revision of what. */
    public record Step(String code, long revision, String by) {}

    public Mono<List<KeptVoucher>> page(@Nullable String after, int limit) {
        return vouchers.page(after, limit).collectList();
    }

    /** By the code in whatever way it is written. Empty when there is none. */
    public Mono<KeptVoucher> find(String code) {
        return vouchers.find(VoucherCode.of(code));
    }

    /** The latest recorded uses. */
    public Mono<List<Use>> uses(String code) {
        return redemptions.uses(code, LATEST_USES).collectList();
    }

    /** Buyers may use it from its first day on. */
    public Mono<VoucherOutcome> make(VoucherDraft draft, String by) {
        return Mono.defer(() -> {
            var faults = draft.faults(LocalDate.now(clock));
            if (!faults.isEmpty()) {
                return Mono.just(new VoucherOutcome.Wrong(faults));
            }
            var made = KeptVoucher.made(draft.voucher(), by, clock.instant());
            return vouchers.add(made)
                    .map(added -> added ? new VoucherOutcome.Done(made) : new VoucherOutcome.CodeTaken(made.code()));
        });
    }

    /** Stops it, lets it run again, or ends it; what orders use already stays theirs. */
    public Mono<VoucherOutcome> move(Step step, State next) {
        return vouchers.find(VoucherCode.of(step.code()))
                .flatMap(now -> move(now, step, next))
                .defaultIfEmpty(new VoucherOutcome.Unknown());
    }

    private Mono<VoucherOutcome> move(KeptVoucher now, Step step, State next) {
        if (now.revision() != step.revision()) {
            return Mono.just(new VoucherOutcome.Stale(now.revision()));
        }
        var state = now.voucher().state();
        if (!state.mayBecome(next)) {
            return Mono.just(new VoucherOutcome.MoveRefused(state, allowed(state)));
        }
        return vouchers.change(now.code(), step.revision(), new Deed(next, step.by(), clock.instant()))
                .<VoucherOutcome>map(VoucherOutcome.Done::new)
                .defaultIfEmpty(new VoucherOutcome.Stale(now.revision() + 1));
    }

    private static Set<State> allowed(State state) {
        return Arrays.stream(State.values()).filter(state::mayBecome).collect(Collectors.toUnmodifiableSet());
    }
}
