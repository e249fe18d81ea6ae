package vn.ocopmarket.storefront.signin;

import java.time.Duration;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.StaffMember;

/** What came of an attempt to sign in. */
public sealed interface SignIn {

    /** @param generation of the account at that moment; see {@link Account} */
    record SignedIn(StaffMember member, int generation) implements SignIn {}

    /** Right so far, but not enough: until the rest is there, nothing can be done but to bring it. */
    record Halfway(StaffMember member, int generation, Missing missing) implements SignIn {}

    /** Nobody was signed in. */
    sealed interface Refused extends SignIn {}

    /** The address is unknown or the password is wrong; nobody is told which. */
    record WrongCredentials() implements Refused {}

    /** The password was right, the code of the second factor was not. */
    record WrongCode() implements Refused {}

    /** Too many attempts of late; the password or the code was not looked at. */
    record TooManyAttempts(Duration retryAfter) implements Refused {

        /** Whole ones, rounded up: who comes back then is looked at. */
        public long seconds() {
            return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        }
    }

    /** What is still to come. */
    enum Missing {
        /** A code of the second factor. */
        CODE,
        /** The second factor itself, without which the role is not exercised here. */
        SECOND_FACTOR
    }
}
