package vn.ocopmarket.storefront.ordernews;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Order;

/** Writes to the buyer what happens to the order: a letter's id follows from the entry, so each is written once. */
final class WritingToBuyers implements OrderFollower {

    /** Orders from before anybody followed them have a past that nobody wants to read at their next change. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final OrderLetters letters;
    private final SendingMail mails;
    private final Clock clock;

    WritingToBuyers(OrderLetters letters, SendingMail mails, Clock clock) {
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Mono<Void> happened(Order order, int index) {
        var isOld = order.timeline().get(index).at().isBefore(clock.instant().minus(NEWS));
        return isOld || order.contact().email() == null && !mails.reachesPhones()
                ? Mono.empty()
                : letters.about(order, index).flatMap(mails::send);
    }
}
