package vn.ocopmarket.storefront.account;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Tells which buyer is behind the request that is being answered. Unlike {@link CurrentStaff} it travels with the request
 * itself, so that features which buyers also use as guests need nobody to ask.
 */
public final class CurrentBuyer {

    private CurrentBuyer() {}

    /**
     * Somebody who proved that letters to the address reach them. It is no permission to anything that is not their own.
     *
     * @param cartId of the cart that stays with the account
     */
    public record SignedIn(String id, String email, String cartId) {

        @Override
        public String toString() {
            return "SignedIn[" + id + "]";
        }
    }

    /** Empty when no buyer is signed in; an error when that cannot be found out. */
    public static Mono<SignedIn> get() {
        return Mono.deferContextual(request ->
                request.<Mono<SignedIn>>getOrEmpty(CurrentBuyer.class).orElseGet(Mono::empty));
    }

    /** For what is done on behalf of that buyer; nobody looks who it is before somebody asks. */
    public static Context with(Context request, Mono<SignedIn> buyer) {
        return request.put(CurrentBuyer.class, buyer);
    }
}
