package vn.ocopmarket.storefront.ordernews;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/**
 * Words letters about orders in the buyer's language. There is a letter for an entry of the timeline if the bundle has words
 * for it: {@code ordernews.<what>}, or {@code ordernews.<what>.PICKUP} and {@code ordernews.<what>.BANK_TRANSFER} where that
 * makes a difference.
 */
final class OrderLetters {

    private static final String PREFIX = "ordernews.";
    private static final Set<What> CONFIRMS = EnumSet.of(What.CONFIRMED, What.PAID);

    private final OrderLinks links;
    private final Supplier<@Nullable CopyOfOrder> copies;
    private final MessageSource messages;

    OrderLetters(OrderLinks links, Supplier<@Nullable CopyOfOrder> copies, MessageSource messages) {
        this.links = links;
        this.copies = copies;
        this.messages = messages;
    }

    /** Empty when nothing is written about it. */
    Mono<Mail> about(Order order, int index) {
        var entry = order.timeline().get(index);
        var language = Locale.of(order.preparation().language());
        var words = words(order, entry, language);
        if (words == null) {
            return Mono.empty();
        }
        var id = "order-" + order.id() + "-" + index;
        return copy(order, entry, language)
                .map(copy -> words + "\n\n" + copy)
                .defaultIfEmpty(words)
                .flatMap(text -> letter(order, id, text, language));
    }

    /** With the letter that confirms the order comes all that was agreed, for the buyer to keep. */
    private Mono<String> copy(Order order, TimelineEntry entry, Locale language) {
        var copies = this.copies.get();
        return copies != null && CONFIRMS.contains(entry.what()) ? copies.of(order, language) : Mono.empty();
    }

    /** The way to the order; {@code once} tells one such letter from another. */
    Mono<Mail> link(Order order, String once) {
        var language = Locale.of(order.preparation().language());
        var words = messages.getMessage(PREFIX + "link", new Object[] {order.number()}, language);
        return letter(order, "order-link-" + order.id() + "-" + once, words, language);
    }

    private Mono<Mail> letter(Order order, String id, String words, Locale language) {
        var subject = messages.getMessage(PREFIX + "subject", new Object[] {order.number()}, language);
        return links.linkTo(order.id())
                .map(link -> new Mail(
                        id,
                        to(order.contact()),
                        subject,
                        words + "\n\n" + messages.getMessage(PREFIX + "see", new Object[] {link}, language)));
    }

    /** The channel is what the buyer gave. */
    private static String to(Contact contact) {
        return Objects.requireNonNullElse(contact.email(), contact.phone());
    }

    private @Nullable String words(Order order, TimelineEntry entry, Locale language) {
        var key = PREFIX + entry.what();
        var kind = order.delivery() instanceof Delivery.Pickup ? "PICKUP" : "SHIP";
        var place = order.delivery() instanceof Delivery.Pickup pickup ? pickup.locationName() : "";
        var detail = detail(entry, language);
        Object[] arguments = {order.number(), detail, place, order.payable().amount()};
        for (var more : new String[] {"." + kind, "." + order.method(), ""}) {
            var words = messages.getMessage(key + more, arguments, "", language);
            if (words != null && !words.isEmpty()) {
                return words;
            }
        }
        return null;
    }

    /** An amount, the words for a code, or what was written. */
    private Object detail(TimelineEntry entry, Locale language) {
        var amount = entry.amount();
        if (amount != null) {
            return amount;
        }
        var detail = Objects.requireNonNullElse(entry.detail(), "");
        return detail.isEmpty()
                ? ""
                : Objects.requireNonNull(messages.getMessage("order.reason." + detail, null, detail, language));
    }
}
