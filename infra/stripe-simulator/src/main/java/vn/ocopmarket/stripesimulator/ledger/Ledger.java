package vn.ocopmarket.stripesimulator.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Everything the simulator knows; a change is in the journal, whole, before it can be seen. */
public final class Ledger implements AutoCloseable {

    // As JSON: after a day of trade trees would take many times the memory.
    private final Map<Kind, SequencedMap<String, byte[]>> objects = new EnumMap<>(Kind.class);
    private final Journal journal;
    private List<Put> change = List.of();

    private record Put(Kind kind, String id, ObjectNode object) {}

    public Ledger(Path folder) {
        Journal.read(folder).forEach(this::replay);
        journal = Journal.begin(folder, state());
    }

    /** Runs one change alone; all that it puts is kept together, or nothing when it fails. */
    public synchronized <T> T change(Supplier<T> work) {
        change = new ArrayList<>();
        try {
            var result = work.get();
            if (!change.isEmpty()) {
                journal.append(line(change));
                change.forEach(this::apply);
            }
            return result;
        } finally {
            change = List.of();
        }
    }

    /** Within {@link #change}. */
    public void put(Kind kind, String id, ObjectNode object) {
        change.add(new Put(kind, id, object.deepCopy()));
    }

    /** Within {@link #change}; an object without fields is gone. */
    public void remove(Kind kind, String id) {
        change.add(new Put(kind, id, Json.object()));
    }

    /** A copy; sees what the running change has put. */
    public synchronized Optional<ObjectNode> find(Kind kind, String id) {
        for (int index = change.size() - 1; index >= 0; index--) {
            var put = change.get(index);
            if (put.kind() == kind && put.id().equals(id)) {
                return Optional.of(put.object().deepCopy());
            }
        }
        return Optional.ofNullable(of(kind).get(id)).map(Json::readObject);
    }

    /** @throws StripeError when it is not there */
    public ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> StripeError.missing(kind.object(), id));
    }

    /** Within {@link #change}: newest first with what the running change has put, each read when it is reached. */
    public Stream<ObjectNode> all(Kind kind) {
        return seenByChange(kind).reversed().values().stream().map(Json::readObject);
    }

    /**
     * Within {@link #change}: those made before that one, newest first, each read when it is reached.
     *
     * @throws StripeError when that one is not there
     */
    public Stream<ObjectNode> before(Kind kind, String id) {
        var all = seenByChange(kind);
        if (!all.containsKey(id)) {
            throw StripeError.missing(kind.object(), id);
        }
        return all.reversed().entrySet().stream()
                .dropWhile(entry -> !entry.getKey().equals(id))
                .skip(1)
                .map(entry -> Json.readObject(entry.getValue()));
    }

    /** Oldest first. */
    public synchronized List<String> ids(Kind kind) {
        return List.copyOf(of(kind).keySet());
    }

    private SequencedMap<String, byte[]> seenByChange(Kind kind) {
        var put = change.stream().filter(one -> one.kind() == kind).toList();
        if (put.isEmpty()) {
            return of(kind);
        }
        var all = new LinkedHashMap<>(of(kind));
        put.forEach(one -> apply(one, all));
        return all;
    }

    private SequencedMap<String, byte[]> of(Kind kind) {
        return objects.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    }

    private void apply(Put put) {
        apply(put, of(put.kind()));
    }

    private static void apply(Put put, Map<String, byte[]> ofKind) {
        if (put.object().isEmpty()) {
            ofKind.remove(put.id());
        } else {
            ofKind.put(put.id(), Json.bytes(put.object()));
        }
    }

    private void replay(ObjectNode line) {
        for (var put : line.path("put")) {
            apply(new Put(Kind.valueOf(Json.text(put, "kind")), Json.text(put, "id"), (ObjectNode) put.path("object")));
        }
    }

    private List<ObjectNode> state() {
        var lines = new ArrayList<ObjectNode>();
        objects.forEach((kind, ofKind) ->
                ofKind.forEach((id, object) -> lines.add(line(List.of(new Put(kind, id, Json.readObject(object)))))));
        return lines;
    }

    private static ObjectNode line(Collection<Put> puts) {
        var line = Json.object();
        var list = line.putArray("put");
        puts.forEach(put -> list.addObject()
                .put("kind", put.kind().name())
                .put("id", put.id())
                .set("object", put.object()));
        return line;
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
