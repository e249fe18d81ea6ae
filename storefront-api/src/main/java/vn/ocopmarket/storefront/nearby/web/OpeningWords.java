package vn.ocopmarket.storefront.nearby.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.visit.Opening;

/** Says whether a place is open and when that changes, as people say it. */
@Component
class OpeningWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);

    private final MessageSource messages;
    private final Clock clock;

    OpeningWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(Opening opening, Locale locale) {
        return switch (opening) {
            case Opening.Open(var until) ->
                until == null ? word("nearby.open.always", locale) : word("nearby.open", locale, end(until, locale));
            case Opening.Closed(var next) ->
                next == null
                        ? word("nearby.closed.always", locale)
                        : word("nearby.closed", locale, moment(next, locale));
        };
    }

    /** Nobody says 00:00 of tomorrow for the end of today. */
    private String end(LocalDateTime until, Locale locale) {
        return until.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment("24:00", until.toLocalDate().minusDays(1), locale)
                : moment(until, locale);
    }

    private String moment(LocalDateTime moment, Locale locale) {
        return moment(TIME.format(moment), moment.toLocalDate(), locale);
    }

    private String moment(String time, LocalDate day, Locale locale) {
        return switch ((int) ChronoUnit.DAYS.between(LocalDate.now(clock), day)) {
            case 0 -> time;
            case 1 -> word("nearby.tomorrow", locale, time);
            default ->
                word(
                        "nearby.day",
                        locale,
                        time,
                        word("nearby.on." + day.getDayOfWeek().name(), locale),
                        DAY_OF_MONTH.format(day));
        };
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
