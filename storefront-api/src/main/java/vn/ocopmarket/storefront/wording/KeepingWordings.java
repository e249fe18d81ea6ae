package vn.ocopmarket.storefront.wording;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.wording.domain.GroupRules;
import vn.ocopmarket.storefront.wording.domain.GroupRules.Fault;
import vn.ocopmarket.storefront.wording.domain.WordGroup;
import vn.ocopmarket.storefront.wording.domain.Wording;
import vn.ocopmarket.storefront.wording.domain.Wording.State;

/**
 * What officers do with groups of words. Errors of its Monos are outages of the store or the search; none is empty unless it
 * says so.
 */
public final class KeepingWordings {

    private static final int ID_LENGTH = 12;
    private static final int MOST_ADDED = 500;
    private static final Comparator<Wording> OWN_FIRST = Comparator.comparing(Wording::isShipped)
            .thenComparing(one -> one.group().title());

    private final KeptWordings kept;
    private final ShippedWordings shipped;
    private final TryingWordings trying;
    private final Clock clock;
    private final RandomIds ids;

    KeepingWordings(KeptWordings kept, ShippedWordings shipped, TryingWordings trying, Clock clock, RandomIds ids) {
        this.kept = kept;
        this.shipped = shipped;
        this.trying = trying;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whose step it is, on which version of what. */
    public record Step(String id, long version, String by) {}

    /** All that have the text, or all; what officers wrote comes first. */
    public Mono<List<Wording>> list(String text) {
        return everything()
                .map(all -> all.values().stream()
                        .filter(one -> text.isBlank() || one.has(text))
                        .sorted(OWN_FIRST)
                        .toList());
    }

    /** Empty when there is none. */
    public Mono<Wording> find(String id) {
        return everything().flatMap(all -> Mono.justOrEmpty(all.get(id)));
    }

    public Mono<WordingOutcome> add(WordGroup group, String by) {
        return everything().flatMap(all -> {
            var faults = faults(group, "", all);
            if (faults.isEmpty()) {
                faults.addAll(enough(all));
            }
            return faults.isEmpty()
                    ? store(Wording.draft(ids.next(ID_LENGTH), group, by, clock.instant()))
                    : Mono.just(new WordingOutcome.Wrong(faults));
        });
    }

    public Mono<WordingOutcome> change(Step step, WordGroup group) {
        return step(step, all -> {
            var faults = faults(group, step.id(), all);
            var before = all.get(step.id());
            if (before == null || !before.mayChange()) {
                return Mono.just(new WordingOutcome.Fixed());
            }
            return faults.isEmpty()
                    ? store(before.changed(group, step.by(), clock.instant()))
                    : Mono.just(new WordingOutcome.Wrong(faults));
        });
    }

    /** It counts from now on; what is so already stays as it is. */
    public Mono<WordingOutcome> publish(Step step) {
        return step(step, all -> {
            var before = Objects.requireNonNull(all.get(step.id()));
            var faults = new ArrayList<Fault>();
            if (!before.isShipped()) {
                faults.addAll(faults(before.group(), step.id(), all));
                faults.addAll(before.state() == State.TAKEN_BACK ? enough(all) : List.of());
            }
            if (!faults.isEmpty()) {
                return Mono.just(new WordingOutcome.Wrong(faults));
            }
            return before.isPublished()
                    ? Mono.just(new WordingOutcome.Done(before))
                    : store(before.published(step.by(), clock.instant()));
        });
    }

    /** It no longer counts; a draft is put aside. */
    public Mono<WordingOutcome> takeBack(Step step) {
        return step(step, all -> {
            var before = Objects.requireNonNull(all.get(step.id()));
            return before.state() == State.TAKEN_BACK
                    ? Mono.just(new WordingOutcome.Done(before))
                    : store(before.takenBack(step.by(), clock.instant()));
        });
    }

    /** What searches would find once it counts, or no longer does. Empty when there is none. */
    public Mono<TryingWordings.Trial> preview(String id, List<String> queries) {
        return everything().flatMap(all -> {
            var one = all.get(id);
            if (one == null) {
                return Mono.empty();
            }
            var then = new HashMap<>(all);
            var _ = then.put(
                    id,
                    one.touched(one.version(), one.isPublished() ? State.TAKEN_BACK : State.PUBLISHED, one.deeds()));
            var asked = Stream.concat(
                            queries.stream(), one.group().words().stream().filter(_ -> queries.isEmpty()))
                    .toList();
            return trying.compare(asked, WordingChanges.of(all.values()), WordingChanges.of(then.values()));
        });
    }

    private Mono<WordingOutcome> step(Step step, Function<Map<String, Wording>, Mono<WordingOutcome>> how) {
        return everything().flatMap(all -> {
            var before = all.get(step.id());
            if (before == null) {
                return Mono.just(new WordingOutcome.Unknown());
            }
            return before.version() == step.version()
                    ? how.apply(all)
                    : Mono.just(new WordingOutcome.Stale(before.version()));
        });
    }

    private Mono<WordingOutcome> store(Wording wording) {
        return kept.store(wording)
                .map(isKept -> isKept ? new WordingOutcome.Done(wording) : new WordingOutcome.Stale(wording.version()));
    }

    /** What was taken back keeps nobody from writing another. */
    private static List<Fault> enough(Map<String, Wording> all) {
        var own = all.values().stream()
                .filter(one -> !one.isShipped() && one.state() != State.TAKEN_BACK)
                .count();
        return own < MOST_ADDED ? List.of() : List.of(new Fault("words", "enough", MOST_ADDED));
    }

    private List<Fault> faults(WordGroup group, String id, Map<String, Wording> all) {
        var others = all.values().stream()
                .filter(one -> !one.id().equals(id) && one.state() != State.TAKEN_BACK)
                .toList();
        return new ArrayList<>(new GroupRules(shipped::isLeftOut, others).faults(group));
    }

    /** The shipped ones with what was done to them, and the others. */
    private Mono<Map<String, Wording>> everything() {
        return kept.all().collectList().map(stored -> {
            var all = shipped.all().stream()
                    .map(came -> Wording.shipped(
                            new Wording.Shipped(came.key(), came.kind(), came.meant(), came.why()), came.words()))
                    .collect(Collectors.toMap(Wording::id, one -> one, (one, _) -> one, HashMap::new));
            for (var one : stored) {
                if (one.isShipped()) {
                    all.computeIfPresent(one.id(), (_, came) -> came.touched(one.version(), one.state(), one.deeds()));
                } else {
                    all.put(one.id(), one);
                }
            }
            return all;
        });
    }
}
