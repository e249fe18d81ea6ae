package vn.ocopmarket.storefront.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class DeliveringMailTests {

    private final OutboxInMemory outbox = new OutboxInMemory();
    private final List<String> taken = new ArrayList<>();
    private int refusals;
    private String phone = "";
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void sendsEachLetterOnceThoughSeveralAreAtWork() {
        IntStream.range(0, 50).forEach(i -> add("letter-" + i));

        Flux.range(0, 4)
                .flatMap(_ -> delivering().deliverDue().subscribeOn(Schedulers.parallel()))
                .blockLast();

        assertThat(taken).hasSize(50).doesNotHaveDuplicates();
        assertThat(outbox.texts).isEmpty();
    }

    @Test
    void triesAgainLaterAndLater() {
        refusals = 2;
        add("letter");

        delivering().deliverDue().block();
        assertThat(taken).isEmpty();
        delivering().deliverDue().block();
        assertThat(taken).as("not at once").isEmpty();

        now = now.plusSeconds(6);
        delivering().deliverDue().block();
        now = now.plusSeconds(6);
        delivering().deliverDue().block();
        assertThat(taken).as("the second pause is longer").isEmpty();
        now = now.plusSeconds(6);
        delivering().deliverDue().block();
        assertThat(taken).containsExactly("letter");
    }

    @Test
    void parksInTheEndWithTheReasonAndWithoutAnybodysAddress() {
        refusals = Integer.MAX_VALUE;
        add("letter");

        for (int i = 0; i < 60; i++) {
            delivering().deliverDue().block();
            now = now.plusSeconds(4_000);
        }

        assertThat(outbox.due).isEmpty();
        assertThat(outbox.attempts).containsEntry("letter", 40);
        assertThat(outbox.parked).containsOnlyKeys("letter");
        assertThat(outbox.parked.get("letter"))
                .contains("The server is away")
                .doesNotContain("sample.test")
                .doesNotContain("912 345 678");
    }

    @Test
    void sendsWhatWasParkedWhenSomebodyAsksForIt() {
        refusals = 40;
        add("letter");
        for (int i = 0; i < 60; i++) {
            delivering().deliverDue().block();
            now = now.plusSeconds(4_000);
        }

        assertThat(outbox.replay("letter", now).block()).isTrue();
        assertThat(outbox.replay("letter", now).block())
                .as("it is not parked any more")
                .isFalse();
        delivering().deliverDue().block();

        assertThat(taken).containsExactly("letter");
    }

    @Test
    void parksAtOnceWhatNobodyWillEverTake() {
        outbox.add(new Mail("to-a-phone", "+84912345678", "", "text"), now).block();
        phone = "to-a-phone";

        delivering().deliverDue().block();

        assertThat(outbox.parked).containsEntry("to-a-phone", "Messages to phones are off");
    }

    private void add(String id) {
        outbox.add(new Mail(id, "to@sample.test", "subject", "text"), now).block();
    }

    private DeliveringMail delivering() {
        Postman postman = mail -> Mono.fromRunnable(() -> {
            synchronized (taken) {
                if (refusals-- > 0) {
                    throw new IllegalStateException("The server is away: 450 <to@sample.test>, call +84 912 345 678");
                }
                taken.add(mail.id());
            }
        });
        var phones = new PhoneMessages() {
            @Override
            public boolean isOn() {
                return false;
            }

            @Override
            public Mono<Void> deliver(Mail message) {
                return Mono.error(new UndeliverableException("Messages to phones are off"));
            }
        };
        return new DeliveringMail(outbox, postman, phones, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Letters in maps; every change is one step, as in the store. */
    private final class OutboxInMemory implements MailOutbox {

        final TreeMap<String, Instant> due = new TreeMap<>();
        final TreeMap<String, String> texts = new TreeMap<>();
        final TreeMap<String, Integer> attempts = new TreeMap<>();
        final TreeMap<String, String> parked = new TreeMap<>();

        @Override
        public Mono<Void> add(Mail mail, Instant at) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.putIfAbsent(mail.id(), at);
                    texts.putIfAbsent(mail.id(), mail.text());
                }
            });
        }

        @Override
        public Mono<Claim> claim(Instant now, Instant until) {
            return Mono.defer(() -> {
                synchronized (this) {
                    return Mono.justOrEmpty(due.entrySet().stream()
                            .filter(entry -> !entry.getValue().isAfter(now))
                            .findFirst()
                            .map(entry -> {
                                entry.setValue(until);
                                var id = entry.getKey();
                                return new Claim(
                                        new Mail(
                                                id,
                                                id.equals(phone) ? "+84912345678" : "to@sample.test",
                                                "subject",
                                                "text"),
                                        attempts.merge(id, 1, Integer::sum));
                            }));
                }
            });
        }

        @Override
        public Mono<Void> delivered(Claim claim, Instant at) {
            return done(claim.mail().id());
        }

        @Override
        public Mono<Void> retry(Claim claim, Instant at) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.put(claim.mail().id(), at);
                }
            });
        }

        @Override
        public Mono<Void> park(Claim claim, String why, Instant at) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.remove(claim.mail().id());
                    parked.put(claim.mail().id(), why);
                }
            });
        }

        Mono<Boolean> replay(String id, Instant at) {
            return Mono.fromCallable(() -> {
                synchronized (this) {
                    due.put(id, at);
                    attempts.remove(id);
                    return parked.remove(id) != null;
                }
            });
        }

        private Mono<Void> done(String id) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.remove(id);
                    texts.remove(id);
                }
            });
        }
    }
}
