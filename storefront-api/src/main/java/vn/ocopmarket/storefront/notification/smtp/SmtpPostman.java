package vn.ocopmarket.storefront.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.Postman;
import vn.ocopmarket.storefront.notification.UndeliverableException;

/** Hands mail to the configured server. Its timeouts are part of the configuration. */
final class SmtpPostman implements Postman {

    private final JavaMailSender sender;
    private final SmtpSchedulers threads;
    private final MailSettings settings;

    SmtpPostman(JavaMailSender sender, SmtpSchedulers threads, MailSettings settings) {
        this.sender = sender;
        this.threads = threads;
        this.settings = settings;
    }

    @Override
    public Mono<Void> deliver(Mail mail) {
        return threads.call(() -> {
                    sender.send(message(mail));
                    return true;
                })
                .then();
    }

    /** The message id follows from the letter's: receivers know a repetition by it. */
    private MimeMessage message(Mail mail) throws MessagingException {
        var domain = settings.from().substring(settings.from().indexOf('@'));
        var message = new MimeMessage(sender.createMimeMessage().getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.id() + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(MimeMessage.RecipientType.TO, address(mail));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static InternetAddress address(Mail mail) {
        try {
            return new InternetAddress(mail.to(), true);
        } catch (AddressException _) {
            throw new UndeliverableException("It is no address");
        }
    }
}
