package vn.ocopmarket.storefront.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.wording.KeepingWordings.Step;
import vn.ocopmarket.storefront.wording.domain.WordGroup;
import vn.ocopmarket.storefront.wording.domain.Wording;
import vn.ocopmarket.storefront.wording.mongo.WordingStore;
import vn.ocopmarket.testing.Stores;

/** From an officer's draft to what searches of every instance use. */
class WordingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneOffset.UTC);
    private static final WordGroup RO = new WordGroup(List.of("rổ", "rá", "thúng"), "miền Bắc", "đan lát", "");

    private final WordingsInForce inForce = new WordingsInForce();
    private MongoClient client;
    private KeptWordings kept;
    private KeepingWordings keeping;
    private FollowingWordings following;

    @BeforeEach
    void connect() {
        client = MongoClients.create(Stores.mongoUri());
        kept = WordingStore.of(client.getDatabase("wordings-" + UUID.randomUUID()));
        keeping = new KeepingWordings(kept, new OneShipped(), (_, _, _) -> Mono.empty(), CLOCK, new RandomIds());
        following = new FollowingWordings(kept, inForce, CLOCK);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void countsFromPublishingToTakingBackAndNotBefore() {
        var draft = done(keeping.add(RO, "an@example.vn"));
        follow();
        assertThat(inForce.now()).isEqualTo(WordingChanges.NONE);

        var published = done(keeping.publish(new Step(draft.id(), 1, "binh@example.vn")));
        follow();
        assertThat(inForce.now().added()).containsExactly(RO.words());
        assertThat(published.deeds()).extracting(Wording.Deed::by).containsExactly("an@example.vn", "binh@example.vn");
        assertThat(get(keeping.find(draft.id()))).isEqualTo(published);

        var _ = done(keeping.takeBack(new Step(draft.id(), 2, "an@example.vn")));
        follow();
        assertThat(inForce.now()).isEqualTo(WordingChanges.NONE);
    }

    @Test
    void switchesShippedGroupsOffAndOnButChangesNone() {
        var id = "shipped-same-heo-lon";
        assertThat(get(keeping.change(new Step(id, 0, "o"), RO))).isInstanceOf(WordingOutcome.Fixed.class);
        var _ = done(keeping.takeBack(new Step(id, 0, "o")));
        follow();
        assertThat(inForce.now().off()).isEqualTo(Set.of("same-heo-lon"));
        assertThat(get(keeping.list("lợn")))
                .singleElement()
                .extracting(one -> one.group().words())
                .isEqualTo(List.of("heo", "lợn"));
        var _ = done(keeping.publish(new Step(id, 1, "o")));
        follow();
        assertThat(inForce.now()).isEqualTo(WordingChanges.NONE);
    }

    @Test
    void takesOneOfTwoWhoChangeAtOnce() {
        var draft = done(keeping.add(RO, "o"));
        var outcomes = get(Flux.range(0, 8)
                .flatMap(
                        number -> keeping.change(
                                new Step(draft.id(), 1, "o" + number),
                                new WordGroup(List.of("rổ", "rá", "sọt" + number), "", "", "")),
                        8)
                .collectList());
        assertThat(outcomes).filteredOn(WordingOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(WordingOutcome.Stale.class::isInstance).hasSize(7);
        assertThat(get(keeping.publish(new Step(draft.id(), 1, "o")))).isInstanceOf(WordingOutcome.Stale.class);
        assertThat(get(keeping.publish(new Step("none", 1, "o")))).isInstanceOf(WordingOutcome.Unknown.class);
    }

    @Test
    void refusesWhatIsKnownOrWrong() {
        assertThat(get(keeping.add(new WordGroup(List.of("LỢN", "heo"), "", "", ""), "o")))
                .isInstanceOf(WordingOutcome.Wrong.class);
        var _ = done(keeping.add(RO, "o"));
        assertThat(get(keeping.add(RO, "o"))).isInstanceOf(WordingOutcome.Wrong.class);
    }

    @Test
    void takesMoreInPlaceOfWhatWasTakenBack() {
        var memory = new WordingsInMemory();
        var full = new KeepingWordings(memory, new OneShipped(), (_, _, _) -> Mono.empty(), CLOCK, new RandomIds());
        for (var number = 0; number < 500; number++) {
            var words = new WordGroup(List.of("từ" + number, "chữ" + number), "", "", "");
            var _ = get(memory.store(Wording.draft("g" + number, words, "o", CLOCK.instant())));
        }
        assertThat(get(full.add(RO, "o"))).isInstanceOf(WordingOutcome.Wrong.class);

        var back = done(full.takeBack(new Step("g7", 1, "o")));
        assertThat(get(full.add(RO, "o"))).isInstanceOf(WordingOutcome.Done.class);
        assertThat(get(full.publish(new Step("g7", back.version(), "o"))))
                .as("there is no room for it any more")
                .isInstanceOf(WordingOutcome.Wrong.class);
    }

    @Test
    void keepsTheLastStateWhileTheStoreIsAway() {
        var memory = new WordingsInMemory();
        var holder = new WordingsInForce();
        var ofAnother = new FollowingWordings(memory, holder, CLOCK);
        var _ = get(memory.store(Wording.draft("a", RO, "o", CLOCK.instant())));
        var _ = get(memory.store(Objects.requireNonNull(memory.kept.get("a")).published("o", CLOCK.instant())));
        ofAnother.follow().block(PATIENCE);
        memory.away = true;
        assertThatThrownBy(() -> ofAnother.follow().block(PATIENCE)).isInstanceOf(IllegalStateException.class);
        assertThat(holder.now().added()).hasSize(1);

        ofAnother.look().block(PATIENCE);
        assertThat(holder.now().added()).as("the last state counts").hasSize(1);

        memory.away = false;
        var _ = get(memory.store(Objects.requireNonNull(memory.kept.get("a")).takenBack("o", CLOCK.instant())));
        ofAnother.look().block(PATIENCE);
        assertThat(holder.now().added()).isEmpty();
    }

    private void follow() {
        following.follow().block(PATIENCE);
    }

    private static Wording done(Mono<WordingOutcome> outcome) {
        return switch (get(outcome)) {
            case WordingOutcome.Done(var wording) -> wording;
            case WordingOutcome other -> throw new AssertionError(other.toString());
        };
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    /** One group came with the market. */
    private static final class OneShipped implements ShippedWordings {

        @Override
        public List<Came> all() {
            return List.of(new Came("same-heo-lon", "same", List.of("heo", "lợn"), List.of(), "region"));
        }

        @Override
        public boolean isLeftOut(String word) {
            return false;
        }
    }
}
