package vn.ocopmarket.storefront.enrolment;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.account.OneTimeLink;
import vn.ocopmarket.storefront.notification.Mail;

/** Words the letters, in Vietnamese with English below: nobody knows yet what the reader prefers. */
final class Letters {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;
    private final String baseUrl;

    Letters(MessageSource messages, String baseUrl) {
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    Mail invitation(String to, String inviter, String token) {
        return letter("invitation", to, inviter, token);
    }

    Mail reset(String to, String token) {
        return letter("reset", to, "", token);
    }

    private Mail letter(String kind, String to, String from, String token) {
        var link = baseUrl + "/password/" + token;
        var key = "enrolment.mail." + kind;
        var subject = words(key + ".subject", VIETNAMESE) + " / " + words(key + ".subject", Locale.ENGLISH);
        var text = words(key, VIETNAMESE, link, from) + "\n\n---\n\n" + words(key, Locale.ENGLISH, link, from) + "\n";
        return new Mail("enrolment-" + OneTimeLink.hashOf(token), to, subject, text);
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
