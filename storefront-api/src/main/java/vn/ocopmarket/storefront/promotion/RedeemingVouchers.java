package vn.ocopmarket.storefront.promotion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.promotion.Redemption.NotRedeemed;
import vn.ocopmarket.storefront.promotion.Redemption.Redeemed;
import vn.ocopmarket.storefront.promotion.Redemptions.Claim;
import vn.ocopmarket.storefront.promotion.Redemptions.Open;
import vn.ocopmarket.storefront.promotion.Redemptions.Owned;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;
import vn.ocopmarket.storefront.promotion.domain.Voucher;

/**
 * Uses vouchers for orders, and gives uses back. An order writes down which it uses before it asks here, so that whoever finds
 * it after a crash can give them back. Every step may be repeated: what the order already has counts.
 */
public final class RedeemingVouchers {

    private static final int CLAIM_LENGTH = 13;

    /** Every lost race means that somebody else went on with the same order. */
    private static final int TRIES = 10;

    /** As long after a voucher's last day its buyers are known apart. */
    private static final int DAYS_KNOWN = 30;

    private final Vouchers vouchers;
    private final Redemptions redemptions;
    private final VoucherBuyers buyers;
    private final BuyerKeys keys;
    private final Clock clock;
    private final RandomIds ids = new RandomIds();

    RedeemingVouchers(Vouchers vouchers, Redemptions redemptions, VoucherBuyers buyers, BuyerKeys keys, Clock clock) {
        this.vouchers = vouchers;
        this.redemptions = redemptions;
        this.buyers = buyers;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What an order uses.
     *
     * @param phone of the buyer, as checkouts keep it
     * @param promised whether the buyer was promised it before: then the voucher need not run any more, only have a use left
     */
    public record Wish(String orderId, String phone, List<Part> parts, boolean promised) {

        public Wish {
            parts = List.copyOf(parts);
        }

        /** One voucher and what it takes off. */
        public record Part(String code, Money amount) {}

        List<String> codes() {
            return parts.stream().map(Part::code).toList();
        }
    }

    /**
     * Uses all of them. Never empty; fails when the store does, and then the same may be asked again. When one is refused the
     * order may have others: they are given back once it is written down that the order ended, since the same order may be
     * worked on by two at once.
     */
    public Mono<Redemption> redeem(Wish wish) {
        if (wish.parts().isEmpty()) {
            return Mono.just(new Redeemed());
        }
        return vouchers.withCodes(wish.codes())
                .collectMap(KeptVoucher::code, KeptVoucher::voucher)
                .flatMapMany(found -> Flux.fromIterable(wish.parts()).concatMap(part -> {
                    var voucher = found.get(part.code());
                    return voucher == null ? refuse(part.code(), Why.UNKNOWN) : take(voucher, part.amount(), wish);
                }))
                .takeUntil(NotRedeemed.class::isInstance)
                .last();
    }

    /** Gives back all that the order uses of these; fine when it uses none. */
    public Mono<Void> release(String orderId, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(codes)
                .concatMap(code -> free(code, orderId, TRIES))
                .then(buyers.leave(orderId));
    }

    private Mono<Void> free(String code, String orderId, int triesLeft) {
        return redemptions
                .of(code, orderId)
                .concatMap(owned -> giveBack(code, orderId, owned))
                .collectList()
                .flatMap(done -> {
                    if (!done.contains(false)) {
                        return Mono.empty();
                    }
                    return triesLeft > 0
                            ? free(code, orderId, triesLeft - 1)
                            : Mono.error(
                                    () -> new IllegalStateException("Uses of order " + orderId + " move all the time"));
                });
    }

    /** False when it is to be looked at again. */
    private Mono<Boolean> giveBack(String code, String orderId, Owned owned) {
        return switch (owned) {
            case Owned.Waiting(var id) -> redemptions.giveBack(code, id);
            case Owned.Recording(var open) -> record(open).thenReturn(false);
            case Owned.Recorded(var id) -> giveBackRecorded(code, orderId, id).thenReturn(true);
        };
    }

    private Mono<Void> giveBackRecorded(String code, String orderId, String claimId) {
        var by = ids.next(CLAIM_LENGTH);
        return redemptions
                .announce(code, claimId, by)
                .then(Mono.defer(() -> redemptions.decide(code, orderId, claimId, by)))
                .flatMap(decided -> redemptions.uncount(code, claimId, decided))
                .then(Mono.defer(() -> redemptions.tellGivenBack(code, orderId, claimId)));
    }

    /**
     * Records an open claim, if it still is one. An order has one use: a claim that came after it was recorded, from a step
     * that was very late, is given back.
     */
    Mono<Void> record(Open open) {
        var id = open.claim().id();
        return redemptions
                .beginRecording(open.code(), id)
                .filter(begun -> begun)
                .flatMap(_ -> redemptions.record(open))
                .flatMap(recorded ->
                        recorded ? redemptions.close(open.code(), id) : redemptions.giveBackLate(open.code(), id))
                .then();
    }

    /**
     * Gives back an open claim whose order had ended, unless the order was begun again meanwhile; whether it did. The buyer's
     * place goes first: as long as the claim is there, somebody comes back to both after a crash.
     */
    Mono<Boolean> giveUp(Open open) {
        var claim = open.claim();
        return buyers.leave(claim.orderId())
                .then(Mono.defer(() -> redemptions.giveBackUnchanged(open)))
                .flatMap(gone -> gone ? Mono.just(true) : giveUpRecording(open));
    }

    /** Only orders that were confirmed are recorded, and none of these is begun again once it has ended. */
    private Mono<Boolean> giveUpRecording(Open open) {
        var claim = open.claim();
        return redemptions
                .of(open.code(), claim.orderId())
                .ofType(Owned.Recording.class)
                .filter(recording -> recording.id().equals(claim.id()))
                .next()
                .flatMap(_ -> free(open.code(), claim.orderId(), TRIES).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** What was promised and is still there stays the order's, whose telephone may be another by now. */
    private Mono<Redemption> take(Voucher voucher, Money amount, Wish wish) {
        var anew = Mono.defer(() -> takeAnew(voucher, amount, wish));
        return wish.promised()
                ? redemptions
                        .renew(voucher.code(), wish.orderId(), clock.instant())
                        .flatMap(has -> has ? Mono.just(new Redeemed()) : anew)
                : anew;
    }

    /** First among the buyer's own uses, then among all: of the latter somebody else may be short. */
    private Mono<Redemption> takeAnew(Voucher voucher, Money amount, Wish wish) {
        return enter(voucher, wish)
                .flatMap(entered -> entered
                        ? claim(
                                voucher,
                                new Claim(ids.next(CLAIM_LENGTH), wish.orderId(), amount, clock.instant()),
                                wish)
                        : refuse(voucher.code(), Why.USED_BY_YOU));
    }

    private Mono<Boolean> enter(Voucher voucher, Wish wish) {
        var most = voucher.limits().perBuyer();
        if (most == null) {
            return Mono.just(true);
        }
        var until = voucher.limits()
                .to()
                .plusDays(DAYS_KNOWN)
                .atStartOfDay(clock.getZone())
                .toInstant();
        return keys.of(voucher.code(), wish.phone()).flatMap(buyer -> buyers.enter(buyer, wish.orderId(), most, until));
    }

    private Mono<Redemption> claim(Voucher voucher, Claim claim, Wish wish) {
        var today = wish.promised() ? null : LocalDate.now(clock);
        return redemptions
                .claim(voucher, claim, today)
                .flatMap(counted ->
                        counted ? Mono.just(true) : redemptions.renew(voucher.code(), claim.orderId(), claim.at()))
                .flatMap(has -> has ? Mono.just(new Redeemed()) : whyNot(voucher.code()));
    }

    private Mono<Redemption> whyNot(String code) {
        return vouchers.find(code)
                .map(KeptVoucher::voucher)
                .map(now -> {
                    var refusal = now.refusalOn(LocalDate.now(clock));
                    return refusal == null ? VoucherRefusal.of(code, Why.BUSY) : VoucherRefusal.of(refusal);
                })
                .<Redemption>map(NotRedeemed::new)
                .switchIfEmpty(refuse(code, Why.UNKNOWN));
    }

    private static Mono<Redemption> refuse(String code, Why why) {
        return Mono.just(new NotRedeemed(VoucherRefusal.of(code, why)));
    }
}
