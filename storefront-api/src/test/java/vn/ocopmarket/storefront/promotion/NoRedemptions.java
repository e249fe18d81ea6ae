package vn.ocopmarket.storefront.promotion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.domain.Voucher;

/** Nobody uses any voucher; what is said to have been used can be set. */
public final class NoRedemptions implements Redemptions {

    public final List<Use> uses = new CopyOnWriteArrayList<>();

    @Override
    public Mono<Boolean> claim(Voucher voucher, Claim claim, @Nullable LocalDate today) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> renew(String code, String orderId, Instant at) {
        return Mono.just(false);
    }

    @Override
    public Flux<Owned> of(String code, String orderId) {
        return Flux.empty();
    }

    @Override
    public Mono<Boolean> giveBack(String code, String claimId) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> giveBackUnchanged(Open open) {
        return Mono.just(false);
    }

    @Override
    public Mono<Void> tellGivenBack(String code, String orderId, String claimId) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> record(Open open) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> close(String code, String claimId) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> giveBackLate(String code, String claimId) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> announce(String code, String claimId, String by) {
        return Mono.just(false);
    }

    @Override
    public Mono<String> decide(String code, String orderId, String claimId, String by) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> uncount(String code, String claimId, String decided) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> beginRecording(String code, String claimId) {
        return Mono.just(false);
    }

    @Override
    public Flux<Open> openBefore(Instant moment) {
        return Flux.empty();
    }

    @Override
    public Flux<Use> uses(String code, int limit) {
        return Flux.fromIterable(uses);
    }

    @Override
    public Mono<Counted> count(String code) {
        return Mono.just(new Counted(0, 0));
    }
}
