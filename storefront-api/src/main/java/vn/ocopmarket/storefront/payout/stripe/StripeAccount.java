package vn.ocopmarket.storefront.payout.stripe;

import com.stripe.StripeClient;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutListParams;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payout.CardAccount;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.Payout;

/** Payouts and the balance transactions that they settle. */
@Component
class StripeAccount implements CardAccount {

    private static final long PAGE = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final StripeClient stripe;
    private final PayoutSchedulers schedulers;

    StripeAccount(StripeClient stripe, PayoutSchedulers schedulers) {
        this.stripe = stripe;
        this.schedulers = schedulers;
    }

    @Override
    public Flux<Payout> payouts(Instant since) {
        var created = PayoutListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return pages(after -> {
                    var params = PayoutListParams.builder().setCreated(created).setLimit(PAGE);
                    return stripe.v1()
                            .payouts()
                            .list((after == null ? params : params.setStartingAfter(after)).build());
                })
                .concatMap(payout -> movements(payout.getId())
                        .collectList()
                        .map(movements -> AccountObjects.toPayout(payout, movements)));
    }

    private Flux<Movement> movements(String payoutId) {
        return pages(after -> {
                    var params = BalanceTransactionListParams.builder()
                            .setPayout(payoutId)
                            .addExpand("data.source")
                            .setLimit(PAGE);
                    return stripe.v1()
                            .balanceTransactions()
                            .list((after == null ? params : params.setStartingAfter(after)).build());
                })
                .filter(transaction -> !AccountObjects.isPayout(transaction))
                .concatMap(this::movement);
    }

    /** A dispute does not say which order it is about, but the charge that it is about does. */
    private Mono<Movement> movement(BalanceTransaction transaction) {
        if (transaction.getSourceObject() instanceof Dispute dispute) {
            return call(() -> stripe.v1().charges().retrieve(dispute.getCharge()))
                    .map(charge -> AccountObjects.toMovement(transaction, charge));
        }
        var charge = transaction.getSourceObject() instanceof Charge own ? own : null;
        return Mono.just(AccountObjects.toMovement(transaction, charge));
    }

    /** A list that is asked for by the id of the last object that is known. */
    private interface Page<T extends HasId> {
        StripeCollection<T> after(@Nullable String id) throws Exception;
    }

    private <T extends HasId> Flux<T> pages(Page<T> page) {
        return call(() -> page.after(null))
                .expand(one -> one.getHasMore() && !one.getData().isEmpty()
                        ? call(() -> page.after(one.getData().getLast().getId()))
                        : Mono.empty())
                .concatMapIterable(StripeCollection::getData);
    }

    private <T> Mono<T> call(Callable<T> call) {
        return schedulers.call(call).timeout(TIMEOUT);
    }
}
