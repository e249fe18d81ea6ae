package vn.ocopmarket.storefront.recall;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Recall;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.recall.Reach.Holder;

/** Writes letters about recalls: to a buyer in the language of the order, to staff in Vietnamese. */
final class RecallLetters {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;
    private final OrderLinks links;
    private final String baseUrl;

    RecallLetters(MessageSource messages, OrderLinks links, String baseUrl) {
        this.messages = messages;
        this.links = links;
        this.baseUrl = baseUrl;
    }

    Mono<Mail> toBuyer(LotRecord lot, Order order, String email) {
        var language = Locale.of(order.preparation().language());
        var recall = Objects.requireNonNull(lot.recall());
        var product = order.lines().stream()
                .filter(line -> line.sku().equals(lot.sku()))
                .map(OrderLine::name)
                .findFirst()
                .orElse(lot.sku());
        return links.linkTo(order.id())
                .map(link -> new Mail(
                        "recall-" + lot.id() + "-" + order.id(),
                        email,
                        word("recall.mail.subject", language, product),
                        text(
                                word(
                                        "recall.mail.buyer",
                                        language,
                                        product,
                                        lot.lot().value(),
                                        order.number()),
                                recall.reason(),
                                advice(recall, language),
                                word("recall.mail.trace", language, baseUrl + lot.path()),
                                word("recall.mail.order", language, link))));
    }

    Mail toStaff(LotRecord lot, Holder location, boolean unnumbered, StaffMember member) {
        var recall = Objects.requireNonNull(lot.recall());
        return new Mail(
                "recall-" + lot.id() + "-" + location.locationId() + "-" + member.accountId(),
                member.email(),
                word("recall.mail.subject", VIETNAMESE, lot.sku()),
                text(
                        word(
                                "recall.mail.staff",
                                VIETNAMESE,
                                lot.sku(),
                                lot.lot().value(),
                                location.name()),
                        recall.reason(),
                        unnumbered
                                ? word(
                                        "recall.mail.unnumbered",
                                        VIETNAMESE,
                                        lot.lot().value())
                                : null,
                        word("recall.mail.desk", VIETNAMESE, baseUrl + "/staff/recalls/" + lot.id())));
    }

    private String advice(Recall recall, Locale language) {
        var advice = recall.advice();
        return advice == null ? word("recall.mail.advice", language) : advice;
    }

    private static String text(@Nullable String... paragraphs) {
        return Stream.of(paragraphs).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
