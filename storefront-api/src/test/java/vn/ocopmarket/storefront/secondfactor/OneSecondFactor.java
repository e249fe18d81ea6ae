package vn.ocopmarket.storefront.secondfactor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The second factor of one account; every change is one step, as in the store. */
final class OneSecondFactor implements SecondFactors {

    @Nullable
    SecondFactor factor;

    @Override
    public Mono<SecondFactor> find(String accountId) {
        return Mono.defer(() -> Mono.justOrEmpty(factor));
    }

    @Override
    public synchronized Mono<Boolean> useStep(String accountId, String sealedSecret, long step) {
        return change(
                factor != null && factor.sealedSecret().equals(sealedSecret) && factor.lastStep() < step
                        ? new SecondFactor(sealedSecret, step, factor.recoveryHashes(), factor.since())
                        : null);
    }

    @Override
    public synchronized Mono<Boolean> useRecoveryCode(String accountId, String hash) {
        return change(
                factor != null && factor.recoveryHashes().contains(hash)
                        ? new SecondFactor(factor.sealedSecret(), factor.lastStep(), Set.of(), factor.since())
                        : null);
    }

    private Mono<Boolean> change(@Nullable SecondFactor next) {
        if (next != null) {
            factor = next;
        }
        return Mono.just(next != null);
    }

    @Override
    public Mono<Proposal> proposal(String accountId) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> propose(String accountId, Proposal proposal) {
        return Mono.empty();
    }

    @Override
    public Mono<Integer> switchOn(String accountId, SecondFactor on) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> replaceRecoveryCodes(String accountId, String sealedSecret, Set<String> hashes) {
        return Mono.just(false);
    }

    @Override
    public Mono<Integer> switchOff(String accountId) {
        return Mono.empty();
    }
}
