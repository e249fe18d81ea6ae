package vn.ocopmarket.storefront.cart.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.Merging;
import vn.ocopmarket.storefront.cart.MergingCarts;
import vn.ocopmarket.storefront.commerce.Crashes;
import vn.ocopmarket.storefront.commerce.MovableClock;
import vn.ocopmarket.testing.Stores;

/** What was put into a cart before signing in is in the account's afterwards: once, whatever dies or races. */
class MergingCartsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 30;
    private static final int MORE_STEPS_THAN_THERE_ARE = 20;

    private static final MongoClient CLIENT = MongoClients.create(Stores.mongoUri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("merging-" + UUID.randomUUID());

    private final RandomIds ids = new RandomIds();
    private final Crashes crashes = new Crashes();
    private final Carts carts = new MongoCarts(DATABASE, new MovableClock());
    private final MergingCarts merging = Merging.with(carts);
    private final MergingCarts dying = Merging.with((Carts) crashes.postProcessAfterInitialization(carts, "carts"));

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void keepsTheGreaterOfTwoQuantitiesAndEveryLine() {
        var account = cart(Map.of("A", 2L, "B", 5L));
        var guest = cart(Map.of("B", 3L, "C.with$signs%", 4L, "A", 7L));

        assertThat(merge(guest, account)).isEqualTo(new MergingCarts.Merged(true, 16));

        assertThat(quantities(account)).isEqualTo(Map.of("A", 7L, "B", 5L, "C.with$signs%", 4L));
        assertThat(quantities(guest)).isEmpty();
    }

    @Test
    void makesTheCartOfWhoSignsInForTheFirstTime() {
        var guest = cart(Map.of("A", 2L));
        var account = ids.next(26);

        assertThat(merge(guest, account).whole()).isTrue();

        assertThat(quantities(account)).isEqualTo(Map.of("A", 2L));
    }

    @Test
    void hasNothingToDoWithoutACartOrWithTheSame() {
        var account = cart(Map.of("A", 2L));

        assertThat(merge(ids.next(26), account)).isEqualTo(new MergingCarts.Merged(true, 2));
        assertThat(merge("", account)).isEqualTo(new MergingCarts.Merged(true, 2));
        assertThat(merge(account, account)).isEqualTo(new MergingCarts.Merged(true, 2));
        assertThat(merge(cart(Map.of()), ids.next(26))).isEqualTo(new MergingCarts.Merged(true, 0));
    }

    @Test
    void bringsNothingBackThatTheBuyerTookOutSince() {
        var account = cart(Map.of("B", 1L));
        var guest = cart(Map.of("A", 2L));
        var asItWas = find(guest);
        carts.take(account, asItWas).block(PATIENCE);
        assertThat(carts.remove(account, "A").block(PATIENCE)).isNotNull();

        carts.take(account, asItWas).block(PATIENCE);
        assertThat(merge(guest, account).whole()).isTrue();

        assertThat(quantities(account)).isEqualTo(Map.of("B", 1L));
        assertThat(quantities(guest)).isEmpty();
    }

    @Test
    void takesWhatIsPutIntoTheBrowsersCartLaterToo() {
        var account = cart(Map.of());
        var guest = cart(Map.of("A", 2L));
        assertThat(merge(guest, account).whole()).isTrue();
        put(guest, "A", 3);
        put(guest, "B", 1);

        assertThat(merge(guest, account).whole()).isTrue();

        assertThat(quantities(account)).isEqualTo(Map.of("A", 3L, "B", 1L));
    }

    @Test
    void showsTheAccountsCartToWhoIsSignedInAndTheBrowsersToAGuest() {
        var account = cart(Map.of("A", 2L));
        var guest = cart(Map.of("B", 1L));

        assertThat(merging.choose(guest).block(PATIENCE)).isEqualTo(new MergingCarts.Chosen(guest, false));
        assertThat(merging.choose(null).blockOptional(PATIENCE)).isEmpty();
        var buyer = new SignedIn("b", "b@sample.test", account);
        var chosen = merging.choose(guest)
                .contextWrite(request -> CurrentBuyer.with(request, Mono.just(buyer)))
                .block(PATIENCE);

        assertThat(chosen).isEqualTo(new MergingCarts.Chosen(account, true));
        assertThat(quantities(account)).isEqualTo(Map.of("A", 2L, "B", 1L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesNothingWhenTheProcessDiesBetweenAnyTwoSteps(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var account = cart(Map.of("A", 1L, "B", 9L));
            var guest = cart(Map.of("A", 4L, "C", 2L));
            crashes.dieAt(step, afterEffect);
            var tried = requireNonNull(dying.merge(guest, account).block(PATIENCE));
            var died = crashes.restart();

            assertThat(inEither(guest, account)).as("step %d", step).isEqualTo(Map.of("A", 4L, "B", 9L, "C", 2L));
            assertThat(tried.whole()).as("step %d", step).isEqualTo(!died);
            assertThat(merge(guest, account).whole()).isTrue();
            assertThat(quantities(account)).as("step %d", step).isEqualTo(Map.of("A", 4L, "B", 9L, "C", 2L));
            assertThat(quantities(guest)).as("step %d", step).isEmpty();
            if (!died) {
                assertThat(step).isGreaterThan(4);
                break;
            }
        }
    }

    @Test
    void mergesOnceHoweverManyBrowsersSignInAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            var account = ids.next(26);
            var guests = IntStream.range(0, 4)
                    .mapToObj(i -> cart(Map.of("same", (long) i + 1, "own" + i, 2L)))
                    .toList();
            // Each browser does it twice, as with a button that is pressed twice.
            atOnce(Flux.fromIterable(guests).repeat(1).map(guest -> merging.merge(guest, account)));

            assertThat(quantities(account))
                    .isEqualTo(Map.of("same", 4L, "own0", 2L, "own1", 2L, "own2", 2L, "own3", 2L));
            assertThat(guests).allSatisfy(guest -> assertThat(quantities(guest)).isEmpty());
        }
    }

    @Test
    void losesNothingThatIsPutInMeanwhile() {
        for (int round = 0; round < ROUNDS; round++) {
            var account = cart(Map.of("A", 1L));
            var guest = cart(Map.of("B", 1L));
            atOnce(Flux.just(
                    merging.merge(guest, account),
                    carts.put(guest, line("C", 3)),
                    merging.merge(guest, account),
                    carts.put(account, line("D", 2)),
                    carts.put(guest, line("E", 1))));

            assertThat(inEither(guest, account)).isEqualTo(Map.of("A", 1L, "B", 1L, "C", 3L, "D", 2L, "E", 1L));
            assertThat(merge(guest, account).whole()).isTrue();
            assertThat(quantities(account)).isEqualTo(Map.of("A", 1L, "B", 1L, "C", 3L, "D", 2L, "E", 1L));
        }
    }

    @Test
    void letsAnOrderThatWaitsForItsMoneyTakeItsGoodsOutOfTheAccountsCart() {
        var guest = cart(Map.of("A", 2L, "B", 1L));
        var account = ids.next(26);
        assertThat(carts.claim(guest, "order", null).block(PATIENCE)).isNotNull();
        assertThat(merge(guest, account).whole()).isTrue();
        assertThat(find(account).orderId()).isEqualTo("order");
        put(account, "D", 1);

        carts.ordered(guest, "order", List.of("A", "B")).block(PATIENCE);

        assertThat(quantities(account)).isEqualTo(Map.of("D", 1L));
        assertThat(find(account).orderId()).isNull();
    }

    @Test
    void leavesWhatTheAccountsCartHadWhenAnOrderOfAGuestIsPaid() {
        var guest = cart(Map.of("A", 2L));
        var account = cart(Map.of("A", 5L));
        assertThat(carts.claim(guest, "order", null).block(PATIENCE)).isNotNull();
        assertThat(merge(guest, account).whole()).isTrue();

        carts.ordered(guest, "order", List.of("A")).block(PATIENCE);

        assertThat(quantities(account)).isEqualTo(Map.of("A", 5L));
    }

    @Test
    void takesPaidGoodsOfAGuestOutOfACartThatHadOthersOnly() {
        var guest = cart(Map.of("A", 2L, "B.1", 1L, "C", 1L));
        var account = cart(Map.of("D", 5L));
        assertThat(carts.claim(guest, "order", null).block(PATIENCE)).isNotNull();
        assertThat(merge(guest, account).whole()).isTrue();
        put(account, "C", 3);

        carts.ordered(guest, "order", List.of("A", "B.1", "C")).block(PATIENCE);

        assertThat(quantities(account)).isEqualTo(Map.of("C", 3L, "D", 5L));
    }

    @Test
    void mergesCartsFromBeforeRevisionsWereCounted() {
        var guest = ids.next(26);
        var line = new Document("sku", "A").append("quantity", 2L).append("price", 10_000L);
        change(database -> database.append("_id", guest)
                .append("lines", new Document("A", line))
                .append("touchedAt", Date.from(new MovableClock().instant())));
        var account = ids.next(26);

        assertThat(merge(guest, account).whole()).isTrue();
        assertThat(merge(guest, account).whole()).isTrue();

        assertThat(quantities(account)).isEqualTo(Map.of("A", 2L));
        assertThat(quantities(guest)).isEmpty();
    }

    private static void change(Consumer<Document> how) {
        var document = new Document();
        how.accept(document);
        var done = Mono.from(DATABASE.getCollection(MongoCarts.COLLECTION).insertOne(document))
                .block(PATIENCE);
        assertThat(done).isNotNull();
    }

    private static void atOnce(Flux<? extends Mono<?>> all) {
        all.flatMap(one -> one.then().subscribeOn(Schedulers.parallel()), 16)
                .then()
                .block(PATIENCE);
    }

    private MergingCarts.Merged merge(String guest, String account) {
        return requireNonNull(merging.merge(guest, account).block(PATIENCE));
    }

    private String cart(Map<String, Long> lines) {
        var id = ids.next(26);
        assertThat(carts.create(id).block(PATIENCE)).isNotNull();
        lines.forEach((sku, quantity) -> put(id, sku, quantity));
        return id;
    }

    private void put(String id, String sku, long quantity) {
        assertThat(carts.put(id, line(sku, quantity)).block(PATIENCE)).isNotNull();
    }

    private static CartLine line(String sku, long quantity) {
        return new CartLine(sku, quantity, Money.dong(10_000));
    }

    private Cart find(String id) {
        return requireNonNull(carts.find(id).block(PATIENCE));
    }

    private Map<String, Long> quantities(String id) {
        return carts.find(id)
                .map(cart -> cart.lines().stream().collect(Collectors.toMap(CartLine::sku, CartLine::quantity)))
                .blockOptional(PATIENCE)
                .orElse(Map.of());
    }

    private Map<String, Long> inEither(String one, String other) {
        var all = new HashMap<>(quantities(one));
        quantities(other).forEach((sku, quantity) -> all.merge(sku, quantity, Math::max));
        return all;
    }
}
