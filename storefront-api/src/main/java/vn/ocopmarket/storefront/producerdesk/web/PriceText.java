package vn.ocopmarket.storefront.producerdesk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;

/** Understands prices as people type them, such as {@code 90.000} or {@code 90,000 ₫}. */
@Component
class PriceText {

    private final MessageSource messages;

    PriceText(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What was understood.
     *
     * @param amounts by the number of the row; none for a row that was left empty
     * @param refused or null when all could be understood
     */
    record Prices(Map<Integer, Money> amounts, Reply.@Nullable Refused<?> refused) {}

    Prices read(Form form, int rows, Locale language) {
        var amounts = new HashMap<Integer, Money>();
        var wrong = new ArrayList<InvalidField>();
        for (int row = 0; row < rows; row++) {
            var field = "variants[%d].price".formatted(row);
            var digits = form.text(field).replaceAll("[\\s.,₫đ]|VND", "");
            if (digits.matches("[1-9]\\d{0,10}")) {
                amounts.put(row, Money.dong(Long.parseLong(digits)));
            } else if (!digits.isEmpty()) {
                wrong.add(new InvalidField(field, word("producer.price-wrong", language)));
            }
        }
        return new Prices(
                amounts,
                wrong.isEmpty()
                        ? null
                        : new Reply.Refused<>(
                                HttpStatus.BAD_REQUEST.value(),
                                "invalid-request",
                                word("producer.not-saved", language),
                                word("producer.look-beside", language),
                                List.copyOf(wrong)));
    }

    private String word(String key, Locale language) {
        return String.valueOf(messages.getMessage(key, null, key, language));
    }
}
