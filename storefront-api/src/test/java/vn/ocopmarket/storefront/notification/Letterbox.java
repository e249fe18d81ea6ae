package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Mono;

/** Where the letters of a test end; one with the same id is the same. */
public final class Letterbox implements MailOutbox {

    private final Map<String, Mail> letters = new ConcurrentSkipListMap<>();

    public SendingMail sending(Clock clock) {
        return new SendingMail(this, clock);
    }

    public List<Mail> letters() {
        return List.copyOf(letters.values());
    }

    @Override
    public Mono<Void> add(Mail mail, Instant due) {
        return Mono.fromRunnable(() -> letters.putIfAbsent(mail.id(), mail));
    }

    @Override
    public Mono<Claim> claim(Instant now, Instant until) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> delivered(Claim claim, Instant at) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> retry(Claim claim, Instant due) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> park(Claim claim, String why, Instant at) {
        return Mono.empty();
    }
}
