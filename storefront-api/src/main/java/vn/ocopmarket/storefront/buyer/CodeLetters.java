package vn.ocopmarket.storefront.buyer;

import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.notification.Mail;

/** Words the letters with which buyers sign in. The subject tells no code: it stands on locked screens and in lists. */
final class CodeLetters {

    private final MessageSource messages;
    private final String baseUrl;

    CodeLetters(MessageSource messages, String baseUrl) {
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    Mail code(String to, String ticketHash, String code, Locale language) {
        return letter("code", to, ticketHash, code, language);
    }

    /** To an address that signs in elsewhere. */
    Mail staff(String to, String ticketHash, Locale language) {
        return letter("staff", to, ticketHash, baseUrl + "/sign-in", language);
    }

    private Mail letter(String kind, String to, String ticketHash, String what, Locale language) {
        var key = "buyer.mail." + kind;
        return new Mail(
                "buyer-" + ticketHash,
                to,
                messages.getMessage(key + ".subject", null, language),
                messages.getMessage(key, new Object[] {what}, language));
    }
}
