package vn.ocopmarket.storefront.signin;

/** What comes of a provider's word. */
public sealed interface Vouching {

    /** There is an account; signed in, or halfway. */
    record Known(SignIn signIn) implements Vouching {}

    /** Nobody has an account with that address, or not any more. The provider's word makes none. */
    record NoAccount() implements Vouching {}

    /** The provider does not know either that the address is theirs. */
    record NotVerified() implements Vouching {}
}
