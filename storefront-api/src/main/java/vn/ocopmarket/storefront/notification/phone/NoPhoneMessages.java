package vn.ocopmarket.storefront.notification.phone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.PhoneMessages;
import vn.ocopmarket.storefront.notification.UndeliverableException;

/** There is no contract with anybody who sends messages to phones: nothing is sent, and it says so. */
final class NoPhoneMessages implements PhoneMessages {

    private static final Logger LOG = LoggerFactory.getLogger(NoPhoneMessages.class);

    NoPhoneMessages() {
        LOG.info("Messages to phones are off: buyers who gave no e-mail address follow their orders by the link alone");
    }

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public Mono<Void> deliver(Mail message) {
        return Mono.error(() -> new UndeliverableException("Messages to phones are off"));
    }
}
