package vn.ocopmarket.storefront.secondfactor;

import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The second factors of accounts. Each change is one conditional write, so that of several at once one wins. */
public interface SecondFactors {

    /** A secret that counts once its owner has shown a code of it. */
    record Proposal(String sealedSecret, Instant madeAt) {

        @Override
        public String toString() {
            return "Proposal[of " + madeAt + "]";
        }
    }

    /** Empty when it is off. */
    Mono<SecondFactor> find(String accountId);

    /** Empty when nothing was proposed, or it was taken up already. */
    Mono<Proposal> proposal(String accountId);

    /** The earlier proposal is void. */
    Mono<Void> propose(String accountId, Proposal proposal);

    /** Takes the proposal up and ends all sessions. The account's new generation; empty when the proposal is void. */
    Mono<Integer> switchOn(String accountId, SecondFactor factor);

    /** Uses up the code of a step. False when it or a later one was used, or the secret is another by now. */
    Mono<Boolean> useStep(String accountId, String sealedSecret, long step);

    /** Uses up a recovery code. False when there is none with that hash. */
    Mono<Boolean> useRecoveryCode(String accountId, String hash);

    /** False when the secret is another by now. */
    Mono<Boolean> replaceRecoveryCodes(String accountId, String sealedSecret, Set<String> hashes);

    /** Switches off whatever is on or proposed and ends all sessions. The new generation; empty when there is no account. */
    Mono<Integer> switchOff(String accountId);
}
