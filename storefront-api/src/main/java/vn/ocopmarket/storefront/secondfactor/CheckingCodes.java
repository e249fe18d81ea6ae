package vn.ocopmarket.storefront.secondfactor;

import java.time.InstantSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.secondfactor.domain.TypedCode;
import vn.ocopmarket.storefront.secret.SealingSecrets;
import vn.ocopmarket.storefront.secret.SecretHashes;

/** Checks a code of the app, or a recovery code in its place. Each counts once, whatever happens at the same moment. */
public final class CheckingCodes {

    private final SecondFactors factors;
    private final SealingSecrets sealing;
    private final CodeLimits limits;
    private final InstantSource telephones;

    /** @param telephones the time that telephones show */
    CheckingCodes(SecondFactors factors, SealingSecrets sealing, CodeLimits limits, InstantSource telephones) {
        this.factors = factors;
        this.sealing = sealing;
        this.limits = limits;
        this.telephones = telephones;
    }

    /** Never empty; without a second factor no code is right. */
    public Mono<CodeCheck> check(Account account, String typed, String origin) {
        var code = TypedCode.read(typed);
        return limits.begin(account, code, origin)
                .<CodeCheck>map(CodeCheck.TooMany::new)
                .switchIfEmpty(Mono.defer(() -> use(account.member().accountId(), code)
                        .flatMap(right -> right
                                ? limits.succeeded(account, code, origin).thenReturn(new CodeCheck.Right())
                                : Mono.just(new CodeCheck.Wrong()))));
    }

    private Mono<Boolean> use(String accountId, TypedCode code) {
        return switch (code) {
            case TypedCode.OfApp(var digits) ->
                factors.find(accountId)
                        .flatMap(factor -> useStep(accountId, factor, digits))
                        .defaultIfEmpty(false);
            case TypedCode.Recovery(var recovery) -> factors.useRecoveryCode(accountId, SecretHashes.of(recovery));
            case TypedCode.Unreadable _ -> Mono.just(false);
        };
    }

    private Mono<Boolean> useStep(String accountId, SecondFactor factor, String digits) {
        var secret = sealing.open(factor.sealedSecret(), accountId);
        var step = TimeCodes.stepOf(digits, secret, telephones.instant());
        return step.isPresent() && step.getAsLong() > factor.lastStep()
                ? factors.useStep(accountId, factor.sealedSecret(), step.getAsLong())
                : Mono.just(false);
    }
}
