package vn.ocopmarket.storefront.ordercopy;

import java.util.Locale;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** Writes the copy of an order in a language. */
public final class WritingCopy {

    private final MessageSource messages;
    private final OrderLinks links;
    private final CopyWriter.Terms terms;

    WritingCopy(MessageSource messages, OrderLinks links, CopyWriter.Terms terms) {
        this.messages = messages;
        this.links = links;
        this.terms = terms;
    }

    /** Never empty. Holds name and address of the buyer: for the buyer's eyes only. */
    public Mono<Copy> of(Order order, Locale locale) {
        var writer = new CopyWriter(messages, terms, locale);
        return links.linkTo(order.id()).map(link -> writer.write(order, link));
    }
}
