package vn.ocopmarket.storefront.fulfillment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;

/** How papers write: every word in Vietnamese and in English, since nobody knows who will read them. */
final class PaperWords {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final MessageSource messages;

    PaperWords(MessageSource messages) {
        this.messages = messages;
    }

    public String both(String key) {
        var vietnamese = messages.getMessage(key, null, VIETNAMESE);
        var english = messages.getMessage(key, null, Locale.ENGLISH);
        return vietnamese.equals(english) ? vietnamese : vietnamese + " / " + english;
    }

    public String money(Money amount) {
        return number(amount.amount()) + " ₫";
    }

    /** Grouped by thousands with dots. */
    public String number(long number) {
        return String.format(Locale.ITALY, "%,d", number);
    }

    /** Hundredths of a percent as people write them. */
    public String percent(int basisPoints) {
        return basisPoints % 100 == 0 ? basisPoints / 100 + " %" : basisPoints / 100 + "," + basisPoints % 100 + " %";
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "–" : DATE.format(date);
    }

    public String time(Instant moment) {
        return TIME.format(moment.atZone(VIETNAM));
    }
}
