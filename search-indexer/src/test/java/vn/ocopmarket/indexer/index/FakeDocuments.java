package vn.ocopmarket.indexer.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.indexer.index.domain.ShownStock;
import vn.ocopmarket.indexer.index.domain.Stamp;

/** An index in memory that takes a write only in the state that it replaces, and checks that nothing ever goes back. */
final class FakeDocuments implements Documents {

    final Map<String, ProductDocument> stored = new ConcurrentHashMap<>();
    final List<String> regressions = new ArrayList<>();

    /** Says why a document is refused; nothing for those that are not. */
    final AtomicReference<Function<ProductDocument, String>> refusal = new AtomicReference<>(document -> "");

    /** Runs before each write reaches the index. */
    final AtomicReference<Runnable> beforeWrite = new AtomicReference<>(() -> {});

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private long sequence;

    @Override
    public Mono<Map<String, Indexed>> find(String index, Collection<String> ids) {
        return Mono.fromSupplier(() -> ids.stream()
                .map(this::indexed)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Indexed::id, Function.identity())));
    }

    private synchronized @Nullable Indexed indexed(String id) {
        var document = stored.get(id);
        return document == null
                ? null
                : new Indexed(
                        id, stamp(document), ShownStock.of(document.availability()), sequences.getOrDefault(id, 0L), 1);
    }

    @Override
    public Mono<List<WriteResult>> write(String index, List<DocumentWrite> writes, Visibility visibility) {
        return Mono.fromSupplier(() -> {
            if (!writes.isEmpty()) {
                beforeWrite.get().run();
            }
            return writes.stream().map(this::write).toList();
        });
    }

    private synchronized WriteResult write(DocumentWrite write) {
        var document = write.document();
        var reason = refusal.get().apply(document);
        if (!reason.isEmpty()) {
            return new WriteResult.Refused(document.id(), reason);
        }
        var replaces = write.replaces();
        @Nullable Long expected = replaces == null ? null : replaces.sequence();
        if (!Objects.equals(expected, sequences.get(document.id()))) {
            return new WriteResult.Conflict(document.id());
        }
        var before = stored.get(document.id());
        if (before != null && stamp(document).against(stamp(before)) != Stamp.Age.NEWER) {
            regressions.add(document.id());
        }
        stored.put(document.id(), document);
        sequences.put(document.id(), ++sequence);
        return new WriteResult.Written(document.id());
    }

    private static Stamp stamp(ProductDocument document) {
        return Stamp.of(document.product(), document.availability());
    }

    @Override
    public Flux<String> ids(String index) {
        return Flux.fromIterable(stored.keySet());
    }

    @Override
    public synchronized Mono<Void> remove(String index, Indexed document) {
        if (Objects.equals(sequences.get(document.id()), document.sequence())) {
            stored.remove(document.id());
            sequences.remove(document.id());
        }
        return Mono.empty();
    }
}
