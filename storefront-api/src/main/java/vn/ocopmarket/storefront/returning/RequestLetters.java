package vn.ocopmarket.storefront.returning;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** Tells the buyer how a request stands: one letter for each state, however often it is asked for. */
final class RequestLetters {

    private final Orders orders;
    private final OrderLinks links;
    private final SendingMail mails;
    private final MessageSource messages;

    RequestLetters(Orders orders, OrderLinks links, SendingMail mails, MessageSource messages) {
        this.orders = orders;
        this.links = links;
        this.mails = mails;
        this.messages = messages;
    }

    /** Complete when the letter is written down, or when there is nobody to write to. */
    Mono<Void> send(BuyerRequest request) {
        return orders.find(request.orderId())
                .flatMap(order -> links.linkTo(order.id()).map(link -> letter(request, order, link)))
                .flatMap(mails::send);
    }

    /** The channel is what the buyer gave. */
    private static String to(Contact contact) {
        return Objects.requireNonNullElse(contact.email(), contact.phone());
    }

    private Mail letter(BuyerRequest request, Order order, String link) {
        var language = Locale.of(request.wish().language());
        var key = "returning.mail." + request.kind() + "." + request.state() + manner(request, order);
        var words = Objects.requireNonNullElse(request.lastWords(), "");
        var reference = request.steps().getLast().reference();
        var text = word(
                        key,
                        language,
                        request.number(),
                        goods(request),
                        order.payable().amount())
                + (words.isEmpty() ? "" : "\n\n" + words)
                + (reference == null ? "" : "\n\n" + word("returning.mail.reference", language, reference))
                + "\n\n"
                + word("returning.mail.link", language, link);
        return new Mail(
                "request-" + request.id() + "-" + request.state() + parcel(request),
                to(order.contact()),
                word("returning.mail.subject", language, request.number()),
                text);
    }

    /** Money goes back by itself unless a clerk wrote down that it did in another way, or that the rest does not come. */
    private static String manner(BuyerRequest request, Order order) {
        if (request.state() == RequestState.DROPPED && order.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return ".cash";
        }
        var isOfMoney = Set.of(RequestState.PARTLY_REFUNDED, RequestState.REFUNDED, RequestState.DROPPED)
                .contains(request.state());
        var steps = request.steps();
        if (!isOfMoney || steps.getLast().by() == null) {
            return "";
        }
        return steps.get(steps.size() - 2).to() == RequestState.PARTLY_REFUNDED ? ".closed" : ".otherwise";
    }

    private static String goods(BuyerRequest request) {
        return request.wish().lines().stream()
                .map(line -> line.units() + " × " + line.name())
                .collect(Collectors.joining(", "));
    }

    /** Each parcel that comes while more is awaited has a letter. */
    private static String parcel(BuyerRequest request) {
        var parcel = request.receptions().size();
        return request.state() == RequestState.PARTLY_REFUNDED && parcel > 1 ? "-" + parcel : "";
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
