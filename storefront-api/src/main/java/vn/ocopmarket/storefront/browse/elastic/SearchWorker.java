package vn.ocopmarket.storefront.browse.elastic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Part;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Refused;

/**
 * Sends a search at once while few are under way, and otherwise together with those that came meanwhile: on a busy machine
 * the way to Elasticsearch and back is walked once for many. A request belongs to none of those it asks for, so it is
 * subscribed to here, and goes on when one of them leaves.
 */
final class SearchWorker {

    /** Whoever waits behind something slow is sent on after this. */
    static final Duration PATIENCE = Duration.ofMillis(50);

    private static final int MOST_TOGETHER = 16;
    private static final byte[] NO_HEADER = "{}\n".getBytes(StandardCharsets.US_ASCII);

    private final Elasticsearch elasticsearch;
    private final SearchAnswer answers;
    private final int mostUnderWay;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean hurrying = new AtomicBoolean();
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    SearchWorker(Elasticsearch elasticsearch, SearchAnswer answers, int mostUnderWay) {
        this.elasticsearch = elasticsearch;
        this.answers = answers;
        this.mostUnderWay = mostUnderWay;
    }

    private record Waiting(byte[] query, MonoSink<Found> sink, long since) {

        boolean isOutOfPatience() {
            return System.nanoTime() - since >= PATIENCE.toNanos();
        }
    }

    /** Never empty; errors as {@link Elasticsearch#search} has them. Who cancels while waiting is not asked for. */
    Mono<Found> search(byte[] query) {
        return Mono.create(sink -> {
            var waiting = new Waiting(query, sink, System.nanoTime());
            var _ = sink.onCancel(() -> queue.remove(waiting));
            var _ = queue.add(waiting);
            drain();
        });
    }

    /** Whoever is under way drains when it is done, so nobody is left waiting for good. */
    private void drain() {
        while (!queue.isEmpty()) {
            if (!mayGo()) {
                hurryLater();
                return;
            }
            sendNext();
        }
    }

    private boolean mayGo() {
        return underWay.getAndUpdate(now -> Math.min(now + 1, Math.max(now, mostUnderWay))) < mostUnderWay;
    }

    private void hurryLater() {
        if (hurrying.compareAndSet(false, true)) {
            var _ = Mono.delay(PATIENCE).subscribe(_ -> {
                hurrying.set(false);
                hurry();
            });
        }
    }

    private void hurry() {
        if (queue.peek() instanceof Waiting first && first.isOutOfPatience()) {
            var _ = underWay.incrementAndGet();
            sendNext();
        }
        drain();
    }

    private void sendNext() {
        var batch = new ArrayList<Waiting>(MOST_TOGETHER);
        while (batch.size() < MOST_TOGETHER && queue.poll() instanceof Waiting waiting) {
            var _ = batch.add(waiting);
        }
        if (batch.isEmpty()) {
            var _ = underWay.decrementAndGet();
            return;
        }
        var _ = ask(batch)
                .doFinally(_ -> {
                    var _ = underWay.decrementAndGet();
                    drain();
                })
                .subscribe(
                        parts -> give(batch, parts),
                        failure -> batch.forEach(waiting -> waiting.sink().error(failure)));
    }

    private Mono<List<Part>> ask(List<Waiting> batch) {
        return batch.size() == 1
                ? elasticsearch.search(batch.getFirst().query()).map(answer -> List.of(answers.read(answer)))
                : elasticsearch.searchAll(together(batch)).map(answer -> all(batch, answers.readAll(answer)));
    }

    private static byte[] together(List<Waiting> batch) {
        var lines = new ByteArrayOutputStream(batch.getFirst().query().length * (batch.size() + 1));
        for (var waiting : batch) {
            lines.writeBytes(NO_HEADER);
            lines.writeBytes(waiting.query());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static List<Part> all(List<Waiting> batch, List<Part> parts) {
        if (parts.size() != batch.size()) {
            throw new IllegalStateException(parts.size() + " answers to " + batch.size() + " searches");
        }
        return parts;
    }

    private static void give(List<Waiting> batch, List<Part> parts) {
        for (var i = 0; i < batch.size(); i++) {
            var sink = batch.get(i).sink();
            switch (parts.get(i)) {
                case Found found -> sink.success(found);
                case Refused(int status, String why) -> sink.error(Elasticsearch.failure(status, why));
            }
        }
    }
}
