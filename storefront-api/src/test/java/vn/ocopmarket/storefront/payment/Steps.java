package vn.ocopmarket.storefront.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Stops the process, so to speak, before or after one of the steps that a port carries out. */
final class Steps {

    private final AtomicInteger passed = new AtomicInteger();
    private final Sinks.One<Boolean> stopped = Sinks.one();
    private volatile int last = Integer.MAX_VALUE;

    /** The step at which everything stops; nothing that this process begins afterwards has any effect. */
    void stopAt(int step) {
        last = step;
    }

    int passed() {
        return passed.get();
    }

    boolean isStopped() {
        return passed.get() >= last;
    }

    /** Carries work out as long as the process lives; empty when that stops before. */
    <T> Mono<T> unlessStopped(Mono<T> work) {
        return work.takeUntilOther(stopped.asMono()).onErrorComplete(_ -> isStopped());
    }

    <T> T watch(Class<T> port, T adapter) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        var result = method.invoke(adapter, arguments);
                        // A worker that looks for work does nothing yet, and looks again at moments nobody can tell.
                        return result instanceof Mono<?> mono
                                        && !method.getName().equals("takeDue")
                                ? watch(mono)
                                : result;
                    } catch (InvocationTargetException error) {
                        throw error.getTargetException();
                    }
                }));
    }

    private <T> Mono<T> watch(Mono<T> step) {
        return Mono.defer(() -> {
            if (isLast()) {
                return Mono.never();
            }
            return step.materialize()
                    .flatMap(signal -> isLast() ? Mono.never() : Mono.just(signal))
                    .dematerialize();
        });
    }

    private boolean isLast() {
        var stops = passed.incrementAndGet() >= last;
        if (stops) {
            var _ = stopped.tryEmitValue(true);
        }
        return stops;
    }
}
