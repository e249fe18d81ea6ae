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
    void givesUpInTheEndAndForgetsTheWords() {
        refusals = Integer.MAX_VALUE;
        add("letter");

        for (int i = 0; i < 60; i++) {
            delivering().deliverDue().block();
            now = now.plusSeconds(4_000);
        }

        assertThat(outbox.due).isEmpty();
        assertThat(outbox.texts).isEmpty();
    }

    private void add(String id) {
        outbox.add(new Mail(id, "to@sample.test", "subject", "text"), now).block();
    }

    private DeliveringMail delivering() {
        Postman postman = mail -> Mono.fromRunnable(() -> {
            synchronized (taken) {
                if (refusals-- > 0) {
                    throw new IllegalStateException("The server is away");
                }
                taken.add(mail.id());
            }
        });
        return new DeliveringMail(outbox, postman, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Letters in maps; every change is one step, as in the store. */
    private static final class OutboxInMemory implements MailOutbox {

        final TreeMap<String, Instant> due = new TreeMap<>();
        final TreeMap<String, String> texts = new TreeMap<>();
        final TreeMap<String, Integer> attempts = new TreeMap<>();

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
                                        new Mail(id, "to@sample.test", "subject", "text"),
                                        attempts.merge(id, 1, Integer::sum));
                            }));
                }
            });
        }

        @Override
        public Mono<Void> delivered(String id, Instant at) {
            return giveUp(id, at);
        }

        @Override
        public Mono<Void> retry(String id, Instant at) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.put(id, at);
                }
            });
        }

        @Override
        public Mono<Void> giveUp(String id, Instant at) {
            return Mono.fromRunnable(() -> {
                synchronized (this) {
                    due.remove(id);
                    texts.remove(id);
                }
            });
        }
    }
}
