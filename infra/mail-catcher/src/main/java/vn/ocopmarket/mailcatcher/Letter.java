package vn.ocopmarket.mailcatcher;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * What was caught.
 *
 * @param id message id, the same for a letter that came twice
 */
record Letter(String id, List<String> to, String subject, String text, Instant sentAt) {

    Letter {
        to = List.copyOf(to);
    }

    static Letter of(MimeMessage message) {
        try {
            var sent = Optional.ofNullable(message.getSentDate()).map(Date::toInstant);
            return new Letter(
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    Arrays.stream(message.getAllRecipients())
                            .map(String::valueOf)
                            .toList(),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    String.valueOf(message.getContent()),
                    sent.orElse(Instant.EPOCH));
        } catch (MessagingException e) {
            throw new IllegalStateException("A caught letter cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
