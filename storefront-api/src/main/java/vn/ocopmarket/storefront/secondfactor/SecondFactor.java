package vn.ocopmarket.storefront.secondfactor;

import java.time.Instant;
import java.util.Set;

/**
 * What is kept of somebody's second factor.
 *
 * @param sealedSecret shared with the app on the owner's telephone
 * @param lastStep of time whose code was used; no code of it or of an earlier one counts again
 * @param recoveryHashes of the recovery codes that are left
 */
public record SecondFactor(String sealedSecret, long lastStep, Set<String> recoveryHashes, Instant since) {

    public SecondFactor {
        recoveryHashes = Set.copyOf(recoveryHashes);
    }

    @Override
    public String toString() {
        return "SecondFactor[since " + since + "]";
    }
}
