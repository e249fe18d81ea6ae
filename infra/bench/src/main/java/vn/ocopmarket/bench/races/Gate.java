package vn.ocopmarket.bench.races;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonNumber;

/**
 * Stands between the services and their store. It counts the writes of the storefront that changed something, and at the one
 * asked for it lets the store write and keeps the answer back until the storefront is dead: a kill exactly between two steps.
 */
final class Gate implements AutoCloseable {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
    private static final String DATABASE = "storefront";

    /** Who works at what, written by the clock and not by what happens. */
    private static final Set<String> NOT_COUNTED =
            Set.of("relay", "sessions", "attempts", "reconciliations", "locations");

    private final ServerSocket listening;
    private final int store;
    private final Runnable kill;
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final StepCounter steps = new StepCounter();

    /**
     * @param store port of the store on this machine
     * @param kill ends the storefront, and returns when it is dead
     */
    Gate(int store, Runnable kill) throws IOException {
        this.listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        this.store = store;
        this.kill = kill;
        var unused = Thread.ofVirtual().name("gate").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    StepCounter steps() {
        return steps;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var service = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), store);
                service.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                var asked = new ConcurrentHashMap<Integer, String>();
                pump(service, server, message -> remember(asked, message));
                pump(server, service, message -> mayPass(asked, message));
            } catch (IOException _) {
                // Closed, or the store is away: whoever connected will try again.
            }
        }
    }

    private static boolean remember(Map<Integer, String> asked, WireMessage message) {
        message.body().flatMap(Gate::write).ifPresent(write -> asked.put(message.requestId(), write));
        return true;
    }

    private boolean mayPass(Map<Integer, String> asked, WireMessage message) {
        var write = asked.remove(message.responseTo());
        if (write == null || !message.body().map(Gate::changedSomething).orElse(false)) {
            return true;
        }
        if (!steps.isLast(write)) {
            return true;
        }
        kill.run();
        return false;
    }

    /** Which write a command is, as {@code orders.update}; empty for all others. */
    private static Optional<String> write(BsonDocument command) {
        var name = command.getFirstKey();
        if (!WRITES.contains(name) || !command.getString("$db").getValue().equals(DATABASE)) {
            return Optional.empty();
        }
        var collection = command.getString(name).getValue();
        return NOT_COUNTED.contains(collection) ? Optional.empty() : Optional.of(collection + "." + name);
    }

    private static boolean changedSomething(BsonDocument answer) {
        return answer.get("n") instanceof BsonNumber changed && changed.intValue() > 0 || answer.isDocument("value");
    }

    private void pump(Socket from, Socket to, Predicate<WireMessage> mayPass) {
        open.put(from, true);
        var unused = Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                pass(from.getInputStream(), to.getOutputStream(), mayPass);
            } catch (IOException _) {
                // One side is gone; the other one follows.
            } finally {
                open.remove(from);
            }
        });
    }

    private static void pass(InputStream from, OutputStream to, Predicate<WireMessage> mayPass) throws IOException {
        for (var message = WireMessage.read(from); message.isPresent(); message = WireMessage.read(from)) {
            if (!mayPass.test(message.get())) {
                return;
            }
            to.write(message.get().bytes());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : List.copyOf(open.keySet())) {
            socket.close();
        }
    }
}
