package vn.ocopmarket.storefront.secondfactor;

import java.util.List;

/** What came of the first code of a new secret. */
public sealed interface SettingUp {

    /**
     * The second factor is on and all sessions have ended.
     *
     * @param recoveryCodes nobody can read them again
     * @param generation of the account from now on
     */
    record Done(List<String> recoveryCodes, int generation) implements SettingUp {

        public Done {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "Done[" + recoveryCodes.size() + " recovery codes]";
        }
    }

    /** The telephone has another secret, or another time. */
    record WrongCode() implements SettingUp {}

    /** Nothing was proposed of late, or it was taken up already. */
    record NothingProposed() implements SettingUp {}
}
