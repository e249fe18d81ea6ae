package vn.ocopmarket.storefront.signin;

import java.time.Duration;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.StaffMember;

/** What came of an attempt to sign in. */
public sealed interface SignIn {

    /** @param generation of the account at that moment; see {@link Account} */
    record SignedIn(StaffMember member, int generation) implements SignIn {}

    /** Nobody was signed in. */
    sealed interface Refused extends SignIn {}

    /** The address is unknown or the password is wrong; nobody is told which. */
    record WrongCredentials() implements Refused {}

    /** Too many attempts of late; the password was not looked at. */
    record TooManyAttempts(Duration retryAfter) implements Refused {

        /** Whole ones, rounded up: who comes back then is looked at. */
        public long seconds() {
            return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        }
    }
}
