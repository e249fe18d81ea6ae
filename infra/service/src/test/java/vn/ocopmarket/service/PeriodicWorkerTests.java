package vn.ocopmarket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class PeriodicWorkerTests {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile Mono<Integer> run = Mono.just(1);
    private final PeriodicWorker worker = new PeriodicWorker("testing", Duration.ofMillis(1), () -> {
        begun.incrementAndGet();
        return run.doOnCancel(cancelled::incrementAndGet);
    });

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void goesOnAfterARunThatFails() {
        run = Mono.error(new IllegalStateException("away"));
        worker.start();

        eventually(() -> assertThat(begun).hasValueGreaterThan(3));
    }

    @Test
    void goesOnAfterARunThatCannotEvenBegin() {
        var failing = new PeriodicWorker("testing", Duration.ofMillis(1), () -> {
            begun.incrementAndGet();
            throw new IllegalStateException("not even begun");
        });
        failing.start();

        eventually(() -> assertThat(begun).hasValueGreaterThan(3));
        failing.stop();
    }

    @Test
    void runsWhenItIsTold() {
        var hints = Sinks.many().multicast().<Boolean>directBestEffort();
        var told = new PeriodicWorker("testing", hints::asFlux, () -> Mono.fromRunnable(begun::incrementAndGet));
        told.start();
        assertThat(begun).hasValue(0);

        hints.tryEmitNext(true).orThrow();
        hints.tryEmitNext(true).orThrow();

        assertThat(begun).hasValue(2);
        told.stop();
        assertThat(hints.currentSubscriberCount()).isZero();
    }

    @Test
    void waitsForTheRunBeforeAndEndsItWhenStopped() {
        run = Mono.never();
        worker.start();
        eventually(() -> assertThat(begun).hasValue(1));
        assertThat(worker.isRunning()).isTrue();

        worker.stop();
        assertThat(begun).hasValue(1);
        assertThat(cancelled).hasValue(1);
        assertThat(worker.isRunning()).isFalse();
    }
}
