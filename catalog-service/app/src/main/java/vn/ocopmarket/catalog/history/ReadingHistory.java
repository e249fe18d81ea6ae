package vn.ocopmarket.catalog.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Histories.Kind;

/** Gives a record's whole history, page by page, the latest deed first. */
public final class ReadingHistory {

    private static final int MOST = 200;

    private final Histories histories;

    ReadingHistory(Histories histories) {
        this.histories = histories;
    }

    /** @param next the cursor of the page that follows, or null on the last one */
    public record Page(List<Told> items, @Nullable Long next) {}

    /** A deed as it is told. */
    public record Told(
            long number, Instant at, String who, String what, String of, String why, List<FieldChange> changes) {

        static Told of(Deed deed) {
            return new Told(deed.number(), deed.at(), deed.who(), deed.what(), deed.of(), deed.why(), deed.changes());
        }
    }

    /** Never empty. */
    public Mono<Page> page(Kind kind, String id, List<Deed> inside, @Nullable Long cursor, int limit) {
        var size = Math.clamp(limit, 1, MOST);
        var below = cursor == null ? Long.MAX_VALUE : cursor;
        var own = inside.stream().filter(deed -> deed.number() < below).toList();
        var older = own.size() > size
                ? Mono.just(List.<Deed>of())
                : histories.before(kind, id, below, size + 1).collectList();
        return older.map(more -> page(Stream.concat(own.stream(), more.stream()), size));
    }

    private static Page page(Stream<Deed> deeds, int size) {
        var latestFirst =
                deeds.collect(Collectors.toMap(Deed::number, Function.identity(), (one, _) -> one)).values().stream()
                        .sorted(Comparator.comparingLong(Deed::number).reversed())
                        .limit(size + 1L)
                        .map(Told::of)
                        .toList();
        if (latestFirst.size() <= size) {
            return new Page(latestFirst, null);
        }
        var items = latestFirst.subList(0, size);
        return new Page(items, items.getLast().number());
    }
}
