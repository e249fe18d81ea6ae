package vn.ocopmarket.storefront.notification;

import reactor.core.publisher.Mono;

/** Brings short messages to phones, by SMS or Zalo. */
public interface PhoneMessages {

    /** Whether anything can be sent; what is for a phone is not written down while nothing can. */
    boolean isOn();

    /** Completes when it was taken; an error when it was not. */
    Mono<Void> deliver(Mail message);
}
