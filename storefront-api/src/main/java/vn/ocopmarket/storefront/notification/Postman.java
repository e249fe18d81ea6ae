package vn.ocopmarket.storefront.notification;

import reactor.core.publisher.Mono;

/** Brings a letter to the server that carries it on. */
public interface Postman {

    /** Completes when the server has taken it; an error when it did not, or did not say so in time. */
    Mono<Void> deliver(Mail mail);
}
