package vn.ocopmarket.storefront;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import vn.ocopmarket.outbox.Relay;

/** Runs the relay as long as the service runs. */
final class RelayWorker implements SmartLifecycle {

    private final Relay relay;
    private @Nullable Disposable running;

    RelayWorker(Relay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        running = relay.run().subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
