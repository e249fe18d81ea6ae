package vn.ocopmarket.storefront.ordernews;

import java.time.Duration;
import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Sends the way to an order again, to the address on the order and to no other. Nobody learns by asking whether there is such
 * an order, or whose it is.
 */
public final class ResendingLinks {

    private static final Limit OF_ORDER = new Limit("links to an order", 3, Duration.ofHours(1));

    /** Who guesses keeps the buyer from nothing. */
    private static final Limit OF_GUESSER = new Limit("guesses at an order", 5, Duration.ofHours(1));

    private static final Limit OF_ORIGIN = new Limit("links from an address", 20, Duration.ofMinutes(10));

    /** An answer for a known order takes longer by a few writes; this is more than they take. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(250);

    private static final int ONCE_LENGTH = 12;
    private static final int TRIES = 10;

    private final Orders orders;
    private final OrderLinks links;
    private final OrderLetters letters;
    private final SendingMail mails;
    private final CountingAttempts counting;
    private final RandomIds ids = new RandomIds();

    ResendingLinks(
            Orders orders, OrderLinks links, OrderLetters letters, SendingMail mails, CountingAttempts counting) {
        this.orders = orders;
        this.links = links;
        this.letters = letters;
        this.mails = mails;
        this.counting = counting;
    }

    /** Completes the same way, and as late, whether a letter goes out or not. */
    public Mono<Void> ask(String number, String phoneOrEmail, String origin) {
        var wanted = number.strip().toUpperCase(Locale.ROOT);
        return Mono.when(
                allows(OF_ORIGIN, origin)
                        .filter(allowed -> allowed)
                        .filterWhen(_ -> allows(OF_GUESSER, wanted + " " + origin))
                        .flatMap(_ -> orders.findByNumber(wanted))
                        .filter(Order::isPlaced)
                        .filter(order -> isTheirs(order, phoneOrEmail))
                        .filterWhen(_ -> allows(OF_ORDER, wanted))
                        .flatMap(this::send),
                Mono.delay(ANSWERED_AFTER));
    }

    /**
     * Staff send it again; when the old link leaked, it opens nothing any more. Gives whether there is anywhere to send it.
     */
    public Mono<Boolean> reissue(Order order, boolean leaked) {
        var revoked = leaked ? changeCode(order, TRIES).then(links.revoke(order.id())) : Mono.<Void>empty();
        return revoked.then(Mono.defer(() -> send(order)))
                .thenReturn(order.contact().email() != null || mails.reachesPhones());
    }

    /** Who had the link has the code that stands on the page, too. */
    private Mono<Void> changeCode(Order order, int triesLeft) {
        var parcels = order.shipments();
        var ticket = parcels.pickup();
        if (ticket == null || ticket.used() != null) {
            return Mono.empty();
        }
        var code = ids.next(PickupTicket.LENGTH).toUpperCase(Locale.ROOT);
        var other = new PickupTicket(code, ticket.readyAt(), ticket.endsAt(), ticket.remindedAt(), null);
        var next = parcels.with(other).next();
        return orders.change(order.id(), OrderChange.from(order.state()).shipments(next))
                .hasElement()
                .flatMap(changed -> changed ? Mono.<Void>empty() : changeCodeNow(order.id(), triesLeft));
    }

    private Mono<Void> changeCodeNow(String orderId, int triesLeft) {
        return triesLeft > 0
                ? orders.find(orderId).flatMap(now -> changeCode(now, triesLeft - 1))
                : Mono.error(() -> new IllegalStateException("Too much happens to order " + orderId + " at once"));
    }

    private Mono<Void> send(Order order) {
        return letters.link(order, ids.next(ONCE_LENGTH)).flatMap(mails::send);
    }

    private Mono<Boolean> allows(Limit limit, String whose) {
        return counting.begin(limit, whose).map(_ -> false).defaultIfEmpty(true);
    }

    private static boolean isTheirs(Order order, String said) {
        var email = order.contact().email();
        var isMail = email != null && email.equalsIgnoreCase(said.strip());
        var digits = digits(said);
        return isMail
                || !digits.isEmpty() && digits.equals(digits(order.contact().phone()));
    }

    /** However people write it: +84 912 345 678 and 0912345678 are the same. */
    private static String digits(String phone) {
        var only = phone.replaceAll("\\D", "");
        var national = only.startsWith("84") ? only.substring(2) : only.startsWith("0") ? only.substring(1) : only;
        return national.length() < 8 ? "" : national;
    }
}
